import type { KeyKind, ModelCapacityListDto, ModelDetailDto } from '@gemini-balance/shared';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keyCapacity } from '../../../components/left-today/capacity-query';
import { LeftToday } from '../../../components/left-today/left-today';
import { QuotaNotes } from '../../../components/left-today/quota-notes';
import { QueryView } from '../../../components/query-view/query-view';
import { Section } from '../../../components/ui/section';
import { Skeleton } from '../../../components/ui/skeleton';

/** What each kind of key that can use the model has left of it today. */
export function ModelToday({ model }: { model: ModelDetailDto }) {
  const { t } = useTranslation('models');
  const capacity = useQuery(keyCapacity());
  const kinds = model.keys.filter(({ total }) => total > 0).map(({ kind }) => kind);
  if (kinds.length === 0) return null;
  return (
    <Section title={t('detail.today')}>
      <QueryView query={capacity} skeleton={<Skeleton className="h-12" />}>
        {(list) => <TodayOfKinds kinds={kinds} model={model.id} list={list} />}
      </QueryView>
    </Section>
  );
}

interface TodayOfKindsProps {
  kinds: readonly KeyKind[];
  model: string;
  list: ModelCapacityListDto;
}

function TodayOfKinds({ kinds, model, list: { items, dayEndsAtMs } }: TodayOfKindsProps) {
  const { t } = useTranslation('models');
  const capacities = kinds.map(
    (kind) =>
      items.find((item) => item.kind === kind && item.model === model) ?? {
        kind,
        model,
        ready: 0,
        resting: 0,
      },
  );
  return (
    <div className="space-y-2">
      {capacities.map((capacity) => (
        <div key={capacity.kind}>
          {capacities.length > 1 && <p className="text-soft">{t(`keyKind.${capacity.kind}`)}</p>}
          <LeftToday capacity={capacity} />
        </div>
      ))}
      <QuotaNotes capacities={capacities} dayEndsAtMs={dayEndsAtMs} />
    </div>
  );
}
