import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { cn } from '../../lib/cn';

interface FilterTab {
  id: string;
  /** The query string of its address. */
  to: string;
  isCurrent: boolean;
  label: ReactNode;
  /** How many things stand in it; absent until the first answer. */
  count: number | undefined;
  title?: string | undefined;
}

/** Narrows a list to one of a few states; each tab shows how many things stand in it and has an address of its own. */
export function FilterTabs({ label, tabs }: { label: string; tabs: readonly FilterTab[] }) {
  const { i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <nav aria-label={label} className="-mx-1 mb-2 overflow-x-auto px-1">
      <ul className="flex w-max gap-1 py-1">
        {tabs.map((tab) => (
          <li key={tab.id}>
            <Link
              to={tab.to}
              replace
              title={tab.title}
              aria-current={tab.isCurrent ? 'page' : undefined}
              className={cn(
                'flex h-8 items-center gap-2 rounded-md border border-transparent px-2.5 hover:bg-hover',
                tab.isCurrent && 'border-line bg-surface shadow-xs',
              )}
            >
              {tab.label}
              {tab.count !== undefined && <span className="text-soft">{number.format(tab.count)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
