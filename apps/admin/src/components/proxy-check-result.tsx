import type { ProxyCheckDto } from '@gemini-balance/shared';
import { CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cn } from '../lib/cn';
import { useNetworkText } from '../locales/use-network-text';

/** Whether upstream can be reached through an egress proxy, and how fast, or why not. */
export function ProxyCheckResult({ check }: { check: ProxyCheckDto | undefined }) {
  const { t } = useTranslation();
  const networkText = useNetworkText();
  const [Icon, color] =
    check === undefined
      ? ([CircleDashed, 'text-soft'] as const)
      : check.isAvailable
        ? ([CircleCheck, 'text-ready'] as const)
        : ([CircleX, 'text-invalid'] as const);
  const found =
    check === undefined
      ? t('proxy.unchecked')
      : check.error === undefined
        ? `${check.latencyMs} ms`
        : networkText(check.error);
  return (
    <span className={cn('flex items-center gap-1.5', color)}>
      <Icon className="size-4 shrink-0" aria-hidden />
      <span className="min-w-0 break-words">{found}</span>
    </span>
  );
}
