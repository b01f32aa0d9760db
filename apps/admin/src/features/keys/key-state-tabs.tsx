import { KEY_STATES, type KeyTotalsDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { FilterTabs } from '../../components/filter-bar/filter-tabs';
import { StateMark } from '../../components/state-mark';
import type { UrlFilters } from '../../lib/use-url-filters';
import type { KEY_FILTERS } from './key-filters';

interface KeyStateTabsProps {
  url: UrlFilters<typeof KEY_FILTERS>;
  /** Absent until the first answer. */
  totals: KeyTotalsDto | undefined;
}

/** Filters the table by state. */
export function KeyStateTabs({ url: { filters, searchWith }, totals }: KeyStateTabsProps) {
  const { t } = useTranslation('keys');
  const tabs = [undefined, ...KEY_STATES].map((state) => ({
    id: state ?? 'all',
    to: searchWith({ state }),
    isCurrent: filters.state === state,
    label: state ? <StateMark state={state} /> : <span className="font-medium">{t('filter.all')}</span>,
    count: totals?.[state ?? 'total'],
  }));
  return <FilterTabs label={t('filter.states')} tabs={tabs} />;
}
