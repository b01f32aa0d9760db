import { Search } from 'lucide-react';
import { cn } from '../../lib/cn';
import { Input } from '../ui/input';
import { usePausedText } from './use-paused-text';

interface SearchFilterProps {
  label: string;
  /** What can be searched for, shown while nothing is typed; the label unless given. */
  placeholder?: string;
  value: string | undefined;
  /** Undefined for nothing. */
  onChange: (search: string | undefined) => void;
  className?: string;
}

/** A search field that reports what was typed, without blanks around it, after a short pause. */
export function SearchFilter({
  label,
  placeholder = label,
  value = '',
  onChange,
  className,
}: SearchFilterProps) {
  const [typed, type] = usePausedText(value, onChange);
  return (
    <div className={cn('relative min-w-40 flex-1 sm:max-w-xs', className)}>
      <Search className="pointer-events-none absolute top-2.5 left-3 size-4 text-soft" aria-hidden />
      <Input
        type="search"
        aria-label={label}
        placeholder={placeholder}
        maxLength={200}
        className="pl-9"
        value={typed}
        onChange={(event) => type(event.target.value)}
      />
    </div>
  );
}
