import type { TokenDto } from '@gemini-balance/shared';
import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** Which token it is: its name, its first characters, and where it comes from. */
export function TokenName({ token }: { token: TokenDto }) {
  const { t } = useTranslation('tokens');
  return (
    <div className="min-w-0">
      <div className="flex items-center gap-1.5 font-medium">
        <span className="truncate" title={token.name}>
          {token.name}
        </span>
        {token.role === 'admin' && (
          <ShieldCheck className="size-4 shrink-0 text-accent-text" aria-label={t('role.admin')} role="img" />
        )}
      </div>
      <div className="truncate text-xs text-soft">
        {token.prefix !== '' && <code className="font-mono">{token.prefix}…</code>}
        {token.source !== 'admin' && ` ${t(`source.${token.source}`)}`}
      </div>
    </div>
  );
}
