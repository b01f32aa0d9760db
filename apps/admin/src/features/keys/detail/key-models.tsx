import type { KeyDetailDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { FigureTable } from '../../../components/figure-table';
import { Section } from '../../../components/ui/section';

const NUMBERS = ['calls', 'failures', 'inputTokens', 'outputTokens'] as const;

/** What was sent with a key in the last 24 hours, by model. */
export function KeyModels({ models }: { models: KeyDetailDto['byModel'] }) {
  const { t, i18n } = useTranslation('keys');
  const short = new Intl.NumberFormat(i18n.language, { notation: 'compact', maximumFractionDigits: 1 });
  return (
    <Section title={t('detail.models')}>
      {models.length === 0 ? (
        <p className="text-soft">{t('detail.noCalls')}</p>
      ) : (
        <FigureTable
          rows={models}
          keyOf={({ model }) => model}
          head={{ header: t('detail.model'), cell: ({ model }) => model, className: 'break-all' }}
          columns={NUMBERS.map((name) => ({
            id: name,
            header: t(`detail.${name}`),
            cell: (row: KeyDetailDto['byModel'][number]) => short.format(row[name]),
          }))}
        />
      )}
    </Section>
  );
}
