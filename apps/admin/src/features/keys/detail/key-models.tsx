import type { KeyDetailDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
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
        <table className="w-full">
          <thead className="border-b text-xs text-soft">
            <tr>
              <th scope="col" className="pb-1.5 text-start font-medium">
                {t('detail.model')}
              </th>
              {NUMBERS.map((name) => (
                <th key={name} scope="col" className="ps-2 pb-1.5 text-end font-medium">
                  {t(`detail.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y">
            {models.map((row) => (
              <tr key={row.model}>
                <th scope="row" className="py-1.5 text-start font-normal break-all">
                  {row.model}
                </th>
                {NUMBERS.map((name) => (
                  <td key={name} className="ps-2 text-end">
                    {short.format(row[name])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
