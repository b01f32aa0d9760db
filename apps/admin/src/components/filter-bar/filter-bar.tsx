import { FilterX, SlidersHorizontal } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cn } from '../../lib/cn';
import { Button } from '../ui/button';

interface FilterBarProps {
  /** How many filters are set; with any there is a button that clears them. */
  count: number;
  onClear: () => void;
  /** What stays on show where the rest is folded. */
  first?: ReactNode;
  /** Folded on a phone. */
  children?: ReactNode;
}

/** The controls that narrow a list, in lines that wrap; on a phone they unfold. */
export function FilterBar({ count, onClear, first, children }: FilterBarProps) {
  const { t } = useTranslation();
  const id = useId();
  const [isUnfolded, setIsUnfolded] = useState(false);
  const label = t('filter.label');
  return (
    <div role="search" aria-label={label} className="mb-3 flex flex-wrap items-center gap-2">
      {first}
      {children !== undefined && (
        <Button
          className="sm:hidden"
          aria-expanded={isUnfolded}
          aria-controls={id}
          onClick={() => setIsUnfolded(!isUnfolded)}
        >
          <SlidersHorizontal aria-hidden />
          {count > 0 ? `${label} · ${count}` : label}
        </Button>
      )}
      <div id={id} className={cn('contents', !isUnfolded && 'max-sm:hidden')}>
        {children}
      </div>
      {count > 0 && (
        <Button variant="quiet" size="small" onClick={onClear}>
          <FilterX aria-hidden />
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}
