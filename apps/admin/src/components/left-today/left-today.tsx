import {
  type ModelCapacityDto,
  QUOTA_UNITS,
  type QuotaLeftDto,
  type QuotaUnit,
} from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { formatAgo } from '../../lib/duration';
import { useNow } from '../../lib/use-now';

/** What is left today of each daily quota of a model, as far as it is known. */
export function LeftToday({ capacity: { usedToday = 0, left } }: { capacity: ModelCapacityDto }) {
  const { t, i18n } = useTranslation('quotas');
  const units = QUOTA_UNITS.filter((unit) => left?.[unit] !== undefined);
  if (units.length === 0) {
    const used = new Intl.NumberFormat(i18n.language).format(usedToday);
    return <p className="text-xs text-soft">{t('unknown', { count: usedToday, used })}</p>;
  }
  return (
    <div className="space-y-2">
      {units.map((unit) => (
        <QuotaLeft key={unit} unit={unit} quota={left![unit]!} />
      ))}
    </div>
  );
}

function QuotaLeft({ unit, quota }: { unit: QuotaUnit; quota: QuotaLeftDto }) {
  const { t, i18n } = useTranslation('quotas');
  const { left, total } = quota;
  const format = (amount: number) => new Intl.NumberFormat(i18n.language, NUMBERS[unit]).format(amount);
  return (
    <div className="space-y-0.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="h-1.5 w-40 overflow-hidden rounded-full bg-hover max-sm:w-full" aria-hidden>
          <span
            className="block h-full bg-ready"
            style={{ width: `${total === 0 ? 0 : (left / total) * 100}%` }}
          />
        </span>
        <span className={left === 0 ? 'font-medium text-resting' : undefined}>
          {left === 0 ? t(`none.${unit}`) : t(`about.${unit}`, { left: format(left), total: format(total) })}
        </span>
      </div>
      <QuotaFacts unit={unit} quota={quota} format={format} />
    </div>
  );
}

/** Input tokens are counted by the million. */
const NUMBERS: Record<QuotaUnit, Intl.NumberFormatOptions> = {
  requests: {},
  inputTokens: { notation: 'compact', maximumFractionDigits: 1 },
};

interface QuotaFactsProps {
  unit: QuotaUnit;
  quota: QuotaLeftDto;
  format: (amount: number) => string;
}

/** What the estimate rests on. */
function QuotaFacts({ unit, quota, format }: QuotaFactsProps) {
  const { t, i18n } = useTranslation('quotas');
  const nowMs = useNow();
  const { used, perProject, learntAtMs, known, estimated } = quota;
  const ago = formatAgo(nowMs - learntAtMs, i18n.language);
  const projects = new Intl.NumberFormat(i18n.language);
  const facts = [
    t(`used.${unit}`, { count: used, used: format(used) }),
    t('quota', { perProject: format(perProject), ago }),
    ...(estimated > 0
      ? [t('guess', { count: known, known: projects.format(known), estimated: projects.format(estimated) })]
      : []),
  ];
  return <p className="text-xs text-soft">{facts.join(' · ')}</p>;
}
