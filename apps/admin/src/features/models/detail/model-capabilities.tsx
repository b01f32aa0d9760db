import type { ModelDetailDto } from '@gemini-balance/shared';
import { Check, Minus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../components/ui/section';

const ABILITIES = [
  'systemInstruction',
  'jsonSchema',
  'functionsBesideBuiltIns',
  'toolsBesideJson',
  'callIds',
  'picturesInResponses',
  'mediaResolution',
  'penalties',
  'checksSignatures',
] as const;

/** What the model answers with, the calls it takes, and what may be in them. */
export function ModelCapabilities({ model: { capabilities, methods } }: { model: ModelDetailDto }) {
  const { t } = useTranslation('models');
  const formText = (form: string): string => t(`detail.form.${form as 'TEXT'}`, { defaultValue: form });
  return (
    <>
      {capabilities && (
        <Section title={t('detail.capabilities')}>
          <p className="mb-2 text-soft">
            {t('detail.answersWith')} {capabilities.answersWith.map(formText).join(', ')}.{' '}
            {capabilities.mostCandidates > 1 &&
              t('detail.candidates', { count: capabilities.mostCandidates })}
          </p>
          <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
            {ABILITIES.map((ability) => (
              <li key={ability} className="flex items-start gap-2">
                {capabilities[ability] ? (
                  <Check
                    className="mt-0.5 size-4 shrink-0 text-ready"
                    role="img"
                    aria-label={t('detail.yes')}
                  />
                ) : (
                  <Minus
                    className="mt-0.5 size-4 shrink-0 text-soft"
                    role="img"
                    aria-label={t('detail.no')}
                  />
                )}
                <span className={capabilities[ability] ? undefined : 'text-soft'}>
                  {t(`ability.${ability}`)}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('column.methods')}>
        {methods.length === 0 && <p className="text-soft">{t('detail.noMethods')}</p>}
        <ul className="flex flex-wrap gap-1.5 empty:hidden">
          {methods.map((method) => (
            <li key={method} className="rounded border bg-canvas px-1.5 font-mono text-[0.8125rem]">
              {method}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
