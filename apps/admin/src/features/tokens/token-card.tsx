import type { TokenDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { TimeAgo } from '../../components/time-ago';
import { TokenDay } from './cells/token-day';
import { TokenModels } from './cells/token-models';
import { TokenName } from './cells/token-name';
import { TokenRowMenu, type TokenRowCommands } from './token-row-menu';
import { TokenState } from './cells/token-state';
import { TokenUse } from './cells/token-use';

/** A token on a narrow screen. */
export function TokenCard({ token, ...commands }: { token: TokenDto } & TokenRowCommands) {
  const { t } = useTranslation('tokens');
  return (
    <div className="space-y-1.5">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <TokenName token={token} />
        </div>
        <TokenRowMenu token={token} {...commands} />
      </div>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        <TokenState token={token} />
        <span className="text-soft">
          {t('column.lastUsed')}: <TimeAgo atMs={token.lastUsedAtMs} />
        </span>
      </div>
      <TokenUse token={token} />
      <div>
        <TokenDay token={token} />
      </div>
      <div>
        <TokenModels token={token} />
      </div>
    </div>
  );
}
