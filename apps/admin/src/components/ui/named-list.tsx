import { useTranslation } from 'react-i18next';

const NAMED = 5;

interface NamedListProps {
  items: readonly { id: number | string; name: string; note?: string }[];
  /** How many there are in all; the length of the list unless given. */
  total?: number;
}

/** Names the first things that something will be done to, and how many more there are. Stands in a `ConfirmDialog`. */
export function NamedList({ items, total = items.length }: NamedListProps) {
  const { t } = useTranslation();
  const notNamed = total - Math.min(NAMED, items.length);
  return (
    <ul className="space-y-1">
      {items.slice(0, NAMED).map(({ id, name, note }) => (
        <li key={id} className="flex min-w-0 gap-2">
          <span className="shrink-0 font-mono">{name}</span>
          <span className="truncate text-soft">{note}</span>
        </li>
      ))}
      {notNamed > 0 && <li className="text-soft">{t('andMore', { count: notNamed })}</li>}
    </ul>
  );
}
