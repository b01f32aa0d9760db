import type { SettingDto } from '@gemini-balance/shared';
import { RotateCcw, Undo2 } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../components/ui/button';
import { LINK } from '../../components/ui/link-styles';
import { cn } from '../../lib/cn';
import { pickLanguage } from '../../locales/language';
import { SettingControl } from './controls/setting-control';
import { TokenGenerator } from './controls/secrets/token-generator';
import { changeProblem, refusalOf } from './draft/change-problem';
import { isChangedByOthers, valueIn } from './draft/draft';
import type { DraftState } from './draft/use-draft';
import { SettingBadges } from './setting-badges';
import { shownValue } from './shown-value';

/** One setting: what it is called and does, its value, where that comes from, and the way back. */
export function SettingRow({ setting, state }: { setting: SettingDto; state: DraftState }) {
  const { t, i18n } = useTranslation('config');
  const id = useId();
  const language = pickLanguage(i18n.language, []) === 'zh-CN' ? 'zh' : 'en';
  const changed = state.draft.changes[setting.name];
  const value = valueIn(state.draft, setting);
  const problem = changeProblem(state, setting, t) ?? refusalOf(state, setting);
  const isTheirs = changed !== undefined && isChangedByOthers(changed.from, setting);
  const canReset = setting.source === 'override' && changed?.change.kind !== 'reset';
  return (
    <div className={cn('border-l-2 py-4 pr-4 pl-3.5', changed ? 'border-l-accent' : 'border-l-transparent')}>
      <div className={cn('grid gap-x-8 gap-y-2', setting.kind !== 'safety' && 'lg:grid-cols-2')}>
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <label htmlFor={id} className="font-medium">
              {setting.label[language]}
            </label>
            <SettingBadges setting={setting} />
          </div>
          <code className="font-mono text-xs break-all text-soft">{setting.name}</code>
          <p id={`${id}-help`} className="mt-1 max-w-prose text-soft">
            {setting.help[language]}
          </p>
        </div>
        <div className="min-w-0 space-y-1.5">
          {setting.managedAt === '/tokens' && <TokenGenerator />}
          {setting.managedAt ? (
            <Link to={setting.managedAt} className={`font-medium ${LINK}`}>
              {t(setting.managedAt === '/keys' ? 'managedAt.keys' : 'managedAt.tokens')}
            </Link>
          ) : (
            <SettingControl
              key={state.editions[setting.name]}
              setting={setting}
              value={value}
              isDisabled={setting.isEnvOnly}
              onChange={(next, isIncomplete) =>
                state.change(setting, { kind: 'set', value: next, isIncomplete })
              }
              ids={{
                id,
                'aria-describedby': `${id}-help ${id}-problem`,
                'aria-invalid': problem !== undefined,
                'aria-label': setting.label[language],
              }}
            />
          )}
          <p id={`${id}-problem`} role={problem ? 'alert' : undefined} className="text-invalid empty:hidden">
            {problem}
          </p>
          {isTheirs && (
            <p role="status" className="text-resting">
              {t('theirs', { value: shownValue(setting, setting.value, t) })}
            </p>
          )}
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-soft">
            <span className="min-w-0 break-words">
              {setting.isEnvOnly
                ? t('envOnly')
                : !setting.isSecret && t('default', { value: shownValue(setting, setting.default, t) })}
            </span>
            {changed && (
              <Button variant="quiet" size="small" className="h-7" onClick={() => state.undo(setting.name)}>
                <Undo2 aria-hidden />
                {t('undo')}
              </Button>
            )}
            {canReset && (
              <Button
                variant="quiet"
                size="small"
                className="h-7"
                onClick={() => state.change(setting, { kind: 'reset' })}
              >
                <RotateCcw aria-hidden />
                {t(`backTo.${setting.base.source === 'env' ? 'env' : 'default'}`)}
              </Button>
            )}
          </div>
        </div>
      </div>
    </div>
  );
}
