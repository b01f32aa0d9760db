import type { KeyDto } from '@gemini-balance/shared';
import { Popover } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { StateMark } from '../../../components/state-mark';
import { MENU_CONTENT } from '../../../components/ui/menu-styles';
import { Countdown } from '../../../components/countdown';
import { KeyHolds } from './key-holds';
import { useReasonText } from '../../../locales/use-reason-text';

/** The state of a key, with its reason and when it is back. Opens the list of everything the key rests for. */
export function KeyStateCell({ apiKey }: { apiKey: KeyDto }) {
  const { t } = useTranslation('keys');
  if (apiKey.holds.length === 0 && !apiKey.lastError) return <StateMark state={apiKey.state} />;
  return (
    <Popover.Root>
      <Popover.Trigger className="flex max-w-full flex-col items-start rounded text-start">
        <StateMark state={apiKey.state} />
        <KeyStateReason apiKey={apiKey} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={`${MENU_CONTENT} w-80 p-3`}
          aria-label={t('holds', { key: apiKey.maskedSecret })}
          align="start"
          sideOffset={4}
          collisionPadding={8}
        >
          <KeyHolds apiKey={apiKey} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** One line: the hold for all models where there is one, else for how many single models the key rests. */
function KeyStateReason({ apiKey: { state, holds } }: { apiKey: KeyDto }) {
  const { t } = useTranslation('keys');
  const reasonText = useReasonText();
  const [first] = holds;
  if (!first || state === 'disabled') return null;
  return (
    <span className="max-w-full truncate text-xs text-soft underline decoration-dotted underline-offset-2">
      {first.scope === '*' ? (
        <>
          {first.untilMs !== undefined && (
            <>
              <Countdown untilMs={first.untilMs} /> ·{' '}
            </>
          )}
          {reasonText(first.reason)}
        </>
      ) : (
        t('modelsResting', { count: holds.length })
      )}
    </span>
  );
}
