import type { ModelDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';

/** The names beside its own by which clients may ask for a model. */
export function ModelNamesCell({ model: { names } }: { model: ModelDto }) {
  const { t } = useTranslation('models');
  const usable = names.filter(({ hiddenBy }) => hiddenBy === undefined).map(({ name }) => name);
  const [first, ...others] = usable;
  if (first === undefined) return <span className="text-soft">–</span>;
  return (
    <div className="flex min-w-0 items-baseline gap-1.5" title={usable.join('\n')}>
      <span className="truncate font-mono text-[0.8125rem]">{first}</span>
      {others.length > 0 && (
        <span className="shrink-0 text-xs text-soft">{t('moreNames', { count: others.length })}</span>
      )}
    </div>
  );
}
