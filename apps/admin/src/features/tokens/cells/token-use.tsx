import type { TokenDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { cn } from '../../../lib/cn';

interface Meter {
  limit: 'requestsPerMinute' | 'requestsPerDay' | 'tokensPerMinute' | 'tokensPerDay';
  used: (token: TokenDto) => number | undefined;
}

const METERS: readonly Meter[] = [
  { limit: 'requestsPerMinute', used: ({ used }) => used?.minute.requests },
  { limit: 'requestsPerDay', used: ({ used }) => used?.day.requests },
  { limit: 'tokensPerMinute', used: ({ used }) => used?.minute.tokens },
  { limit: 'tokensPerDay', used: ({ used }) => used?.day.tokens },
];

/** What a token used of each of its limits. */
export function TokenUse({ token }: { token: TokenDto }) {
  const { t } = useTranslation('tokens');
  const meters = METERS.filter(({ limit }) => token[limit] !== undefined);
  if (meters.length === 0) return <span className="text-soft">{t('unlimited')}</span>;
  return (
    <ul className="space-y-1 py-1.5">
      {meters.map(({ limit, used }) => (
        <LimitMeter key={limit} label={t(`per.${limit}`)} used={used(token) ?? 0} most={token[limit]!} />
      ))}
    </ul>
  );
}

function LimitMeter({ label, used, most }: { label: string; used: number; most: number }) {
  const { i18n } = useTranslation();
  const count = new Intl.NumberFormat(i18n.language, { notation: 'compact', maximumFractionDigits: 1 });
  const share = Math.min(1, used / most);
  const isFull = share >= 1;
  return (
    <li className="flex items-center gap-2 text-xs">
      <span className={cn('w-18 shrink-0', isFull ? 'font-medium text-invalid' : 'text-ink')}>
        {count.format(used)} / {count.format(most)}
      </span>
      <span aria-hidden className="h-1.5 w-9 shrink-0 overflow-hidden rounded-full bg-line">
        <span
          className={cn('block h-full rounded-full', isFull ? 'bg-danger' : 'bg-accent')}
          style={{ width: `${share * 100}%` }}
        />
      </span>
      <span className="truncate text-soft">{label}</span>
    </li>
  );
}
