import type { ModelDetailDto } from '@gemini-balance/shared';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../components/query-view/query-view';
import { FactList } from '../../../components/ui/fact-list';
import { Sheet } from '../../../components/ui/sheet';
import { Skeleton } from '../../../components/ui/skeleton';
import { modelQueries } from '../model-queries';
import { ThinkingText } from '../cells/thinking-text';
import { TokenLimit } from '../cells/token-limit';
import { useOpenedModel } from '../use-opened-model';
import { HiddenNote } from './hidden-note';
import { ModelCapabilities } from './model-capabilities';
import { ModelKeys } from './model-keys';
import { ModelNames } from './model-names';
import { ModelToday } from './model-today';

/** Everything about the model in the address. */
export function ModelSheet() {
  const { openedId, close } = useOpenedModel();
  return openedId === undefined ? null : <OpenModel key={openedId} name={openedId} onClose={close} />;
}

function OpenModel({ name, onClose }: { name: string; onClose: () => void }) {
  const model = useQuery(modelQueries.one(name));
  return (
    <Sheet title={name} description={model.data?.displayName} isOpen onClose={onClose}>
      <QueryView query={model} skeleton={<Skeleton className="h-64" />}>
        {(detail) => <ModelDetails model={detail} />}
      </QueryView>
    </Sheet>
  );
}

function ModelDetails({ model }: { model: ModelDetailDto }) {
  const { t } = useTranslation('models');
  const { temperature, maxTemperature, topP, topK } = model.sampling;
  const facts: Record<string, ReactNode> = {
    [t('column.kind')]: t(`kind.${model.kind}`),
    [t('column.inputTokens')]: <TokenLimit tokens={model.inputTokens} />,
    [t('column.outputTokens')]: <TokenLimit tokens={model.outputTokens} />,
    [t('column.thinking')]: <ThinkingText thinking={model.thinking} />,
    [t('detail.version')]: model.version,
    [t('detail.temperature')]:
      temperature !== undefined && maxTemperature !== undefined
        ? t('detail.upTo', { value: temperature, most: maxTemperature })
        : temperature,
    [t('detail.topP')]: topP,
    [t('detail.topK')]: topK,
  };
  return (
    <>
      {model.hiddenBy !== undefined && <HiddenNote setting={model.hiddenBy} />}
      {model.description !== undefined && <p className="text-soft">{model.description}</p>}
      <FactList facts={facts} />
      <ModelNames model={model} />
      <ModelKeys model={model} />
      <ModelToday model={model} />
      <ModelCapabilities model={model} />
    </>
  );
}
