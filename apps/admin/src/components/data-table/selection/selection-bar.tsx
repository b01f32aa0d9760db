import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';

interface SelectionBarProps {
  /** How many rows are selected. */
  count: number;
  /** Offers to select all rows that match; absent when they are selected, or are all loaded. */
  matching?: { count: number; onSelect: () => void };
  onClear: () => void;
  /** What can be done with them. */
  children: ReactNode;
}

/** What can be done with the selected rows; it comes below them, so that no row moves away from the pointer. */
export function SelectionBar({ count, matching, onClear, children }: SelectionBarProps) {
  const { t } = useTranslation();
  return (
    <div
      role="toolbar"
      aria-label={t('selection.label')}
      className="sticky bottom-0 z-20 mt-2 flex flex-wrap items-center gap-2 rounded-lg border border-accent/40 bg-accent-tint px-2 py-1.5"
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
      <span className="font-medium whitespace-nowrap max-sm:flex-1" aria-live="polite">
        {t('selection.count', { count })}
      </span>
      {matching && (
        <Button variant="quiet" size="small" className="text-accent-text" onClick={matching.onSelect}>
          {t('selection.allMatching', { count: matching.count })}
        </Button>
      )}
      <span className="flex-1 max-sm:hidden" />
      {children}
    </div>
  );
}
