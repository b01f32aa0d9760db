import type { LoggedKeyDto } from '@gemini-balance/shared';
import { CircleCheck, CircleX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cn } from '../../lib/cn';

/** A status as shape, colour and number. */
export function StatusMark({ status, isFailure }: { status: number | undefined; isFailure: boolean }) {
  const Icon = isFailure ? CircleX : CircleCheck;
  return (
    <span className={cn('flex items-center gap-1.5 font-medium', isFailure ? 'text-invalid' : 'text-ready')}>
      <Icon className="size-4 shrink-0" aria-hidden />
      {status ?? '–'}
    </span>
  );
}

/** A key as a log names it; one that was deleted is named by its number. */
export function LoggedKey({ apiKey }: { apiKey: LoggedKeyDto | undefined }) {
  if (!apiKey) return <span className="text-soft">–</span>;
  return (
    <code className="block truncate font-mono text-[0.8125rem]">{apiKey.masked ?? `#${apiKey.id}`}</code>
  );
}

/** Milliseconds as seconds where there are many. */
export function Latency({ ms }: { ms: number | undefined }) {
  const { i18n } = useTranslation();
  if (ms === undefined) return <span className="text-soft">–</span>;
  const [amount, unit] = ms < 1_000 ? [ms, 'millisecond'] : [ms / 1_000, 'second'];
  return new Intl.NumberFormat(i18n.language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(
    amount,
  );
}

/** When something was, to the second. */
export function LogTime({ atMs }: { atMs: number }) {
  const { i18n } = useTranslation();
  const at = new Date(atMs);
  const text = at.toLocaleString(i18n.language, { dateStyle: 'short', timeStyle: 'medium' });
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap text-soft">
      {text}
    </time>
  );
}

export function LogText({ text }: { text: string | undefined }) {
  return (
    <span className="block truncate" title={text}>
      {text ?? '–'}
    </span>
  );
}
