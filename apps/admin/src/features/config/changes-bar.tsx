import type { SettingDto } from '@gemini-balance/shared';
import { ArrowRight } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button';
import { errorText } from '../../lib/error-text';
import { changeProblem } from './draft/change-problem';
import { valueIn } from './draft/draft';
import type { DraftState } from './draft/use-draft';
import { shownValue } from './shown-value';

interface ChangesBarProps {
  state: DraftState;
  settings: readonly SettingDto[];
}

/** What is not saved, as it was and as it will be; saves or discards it. */
export function ChangesBar({ state, settings }: ChangesBarProps) {
  const { t } = useTranslation('config');
  const { t: tControls } = useTranslation();
  const changed = settings.filter(({ name }) => name in state.draft.changes);
  const wrong = changed.find((setting) => changeProblem(state, setting, t) !== undefined);
  const isShown = changed.length > 0;
  // It must not lie over the field whose first change made it come.
  useEffect(() => {
    if (isShown) document.activeElement?.scrollIntoView?.({ block: 'nearest' });
  }, [isShown]);
  if (!isShown) return null;
  return (
    <section
      aria-label={t('changes.label')}
      className="sticky bottom-0 z-20 -mx-1 mt-3 rounded-lg border border-accent/50 bg-raised p-3 shadow-lg"
    >
      {state.isOutdated && (
        <p role="alert" className="mb-2 text-resting">
          {t('changes.outdated')}
        </p>
      )}
      {state.refusal && !state.isOutdated && (
        <p role="alert" className="mb-2 text-invalid">
          {errorText(state.refusal, tControls)}
        </p>
      )}
      {wrong && <p className="mb-2 text-invalid">{t('changes.wrong', { name: wrong.name })}</p>}
      <div className="flex flex-wrap items-start gap-2">
        <details className="min-w-40 flex-1">
          <summary className="cursor-pointer py-1.5 font-medium">
            {t('changes.count', { count: changed.length })}
          </summary>
          <ul className="mt-1 max-h-48 space-y-1 overflow-y-auto">
            {changed.map((setting) => (
              <li key={setting.name} className="flex flex-wrap items-baseline gap-x-2">
                <code className="font-mono text-xs">{setting.name}</code>
                <del className="max-w-full break-words text-soft">
                  {shownValue(setting, setting.value, t)}
                </del>
                <ArrowRight
                  className="size-3.5 self-center text-soft"
                  aria-label={t('changes.becomes')}
                  role="img"
                />
                <ins className="max-w-full font-medium break-words no-underline">
                  {shownValue(setting, valueIn(state.draft, setting), t)}
                </ins>
              </li>
            ))}
          </ul>
        </details>
        <Button onClick={state.discard}>{t('changes.discard')}</Button>
        <Button variant="primary" disabled={wrong !== undefined || state.isSaving} onClick={state.save}>
          {tControls('action.save')}
        </Button>
      </div>
    </section>
  );
}
