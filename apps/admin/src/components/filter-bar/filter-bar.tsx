import { FilterX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button';

interface FilterBarProps {
  /** How many filters are set; with any there is a button that clears them. */
  count: number;
  onClear: () => void;
  children: ReactNode;
}

/** The controls that narrow a list, in lines that wrap. */
export function FilterBar({ count, onClear, children }: FilterBarProps) {
  const { t } = useTranslation();
  return (
    <div role="search" aria-label={t('filter.label')} className="mb-3 flex flex-wrap items-center gap-2">
      {children}
      {count > 0 && (
        <Button variant="quiet" size="small" onClick={onClear}>
          <FilterX aria-hidden />
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}
