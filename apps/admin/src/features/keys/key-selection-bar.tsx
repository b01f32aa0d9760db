import { Power, PowerOff, RotateCcw, Trash2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button';
import { useKeyAction } from './key-mutations';

interface KeySelectionBarProps {
  ids: number[];
  onDelete: () => void;
  onClear: () => void;
}

/** What can be done with the selected keys; shown while any is selected. */
export function KeySelectionBar({ ids, onDelete, onClear }: KeySelectionBarProps) {
  const { t } = useTranslation('keys');
  const actions = [
    { name: 'enable', Icon: Power, mutation: useKeyAction('enable') },
    { name: 'disable', Icon: PowerOff, mutation: useKeyAction('disable') },
    { name: 'reset', Icon: RotateCcw, mutation: useKeyAction('reset') },
  ] as const;
  const isBusy = actions.some(({ mutation }) => mutation.isPending);
  return (
    <div
      role="toolbar"
      aria-label={t('selection.label')}
      className="mb-3 flex flex-wrap items-center gap-2 rounded-lg border border-accent/40 bg-accent-tint px-2 py-1.5"
    >
      <Button
        variant="quiet"
        size="icon"
        className="size-8"
        aria-label={t('selection.clear')}
        title={t('selection.clear')}
        onClick={onClear}
      >
        <X aria-hidden />
      </Button>
      <span className="font-medium max-sm:basis-3/4 sm:me-auto" aria-live="polite">
        {t('selection.count', { count: ids.length })}
      </span>
      {actions.map(({ name, Icon, mutation }) => (
        <Button key={name} size="small" disabled={isBusy} onClick={() => mutation.mutate(ids)}>
          <Icon className="max-sm:hidden" aria-hidden />
          {t(`action.${name}`)}
        </Button>
      ))}
      <Button size="small" disabled={isBusy} className="text-invalid" onClick={onDelete}>
        <Trash2 className="max-sm:hidden" aria-hidden />
        {t('action.delete')}
      </Button>
    </div>
  );
}
