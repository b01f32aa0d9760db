import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Input } from '../../components/ui/input';

const PAUSE_MS = 250;

interface KeySearchProps {
  value: string;
  onChange: (search: string) => void;
}

/** A search field that reports what was typed, without blanks around it, after a short pause. */
export function KeySearch({ value, onChange }: KeySearchProps) {
  const { t } = useTranslation('keys');
  const [typed, setTyped] = useState(value);
  const reported = useRef(value);

  useEffect(() => {
    if (value === reported.current) return;
    reported.current = value;
    setTyped(value);
  }, [value]);

  useEffect(() => {
    const search = typed.trim();
    if (search === reported.current) return;
    const timer = setTimeout(() => {
      reported.current = search;
      onChange(search);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, onChange]);

  return (
    <div className="relative min-w-40 flex-1">
      <Search className="pointer-events-none absolute top-2.5 left-3 size-4 text-soft" aria-hidden />
      <Input
        type="search"
        aria-label={t('filter.search')}
        placeholder={t('filter.searchHint')}
        maxLength={200}
        className="pl-9"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  );
}
