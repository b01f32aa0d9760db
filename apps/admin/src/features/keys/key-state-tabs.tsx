import { KEY_STATES, type KeyTotalsDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { cn } from '../../lib/cn';
import { StateMark } from '../../components/state-mark';
import type { UrlFilters } from '../../lib/use-url-filters';
import type { KEY_FILTERS } from './key-filters';

interface KeyStateTabsProps {
  url: UrlFilters<typeof KEY_FILTERS>;
  /** Absent until the first answer. */
  totals: KeyTotalsDto | undefined;
}

/** Filters the table by state; each tab shows how many keys stand in it and has an address of its own. */
export function KeyStateTabs({ url: { filters, searchWith }, totals }: KeyStateTabsProps) {
  const { t, i18n } = useTranslation('keys');
  const count = new Intl.NumberFormat(i18n.language);
  const tabs = [undefined, ...KEY_STATES].map((state) => ({ state, total: totals?.[state ?? 'total'] }));
  return (
    <nav aria-label={t('filter.states')} className="-mx-1 mb-2 overflow-x-auto px-1">
      <ul className="flex w-max gap-1 py-1">
        {tabs.map(({ state, total }) => (
          <li key={state ?? 'all'}>
            <Link
              to={searchWith({ state })}
              replace
              aria-current={filters.state === state ? 'page' : undefined}
              className={cn(
                'flex h-8 items-center gap-2 rounded-md border border-transparent px-2.5 hover:bg-hover',
                filters.state === state && 'border-line bg-surface shadow-xs',
              )}
            >
              {state ? <StateMark state={state} /> : <span className="font-medium">{t('filter.all')}</span>}
              {total !== undefined && <span className="text-soft">{count.format(total)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
