import type { KeyDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { TimeAgo } from '../../components/time-ago';
import { KeyNameCell } from './cells/key-name-cell';
import { KeyRowMenu, type KeyRowCommands } from './key-row-menu';
import { KeyStateCell } from './cells/key-state-cell';

/** A key on a narrow screen. */
export function KeyCard({ apiKey, ...commands }: { apiKey: KeyDto } & KeyRowCommands) {
  const { t } = useTranslation('keys');
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1 space-y-1">
        <KeyNameCell apiKey={apiKey} isTold={() => false} />
        <KeyStateCell apiKey={apiKey} />
        <p className="text-xs text-soft">
          {apiKey.failures > 0 && <>{t('failuresNow', { count: apiKey.failures })} · </>}
          {t('column.lastUsed')}: <TimeAgo atMs={apiKey.lastUsedAtMs} />
        </p>
      </div>
      <KeyRowMenu apiKey={apiKey} {...commands} />
    </div>
  );
}
