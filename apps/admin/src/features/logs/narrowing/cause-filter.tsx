import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchFilter } from '../../../components/filter-bar/search-filter';
import { SelectFilter } from '../../../components/filter-bar/select-filter';
import type { UrlFilters } from '../../../lib/use-url-filters';
import type { LOG_FILTERS, LogFilters, LogName } from './log-filters';

interface CauseFilterProps {
  log: LogName;
  filters: LogFilters;
  change: UrlFilters<typeof LOG_FILTERS>['change'];
}

/** Narrows errors by what an attempt proved, and requests by the code that the client was told. */
export function CauseFilter({ log, filters, change }: CauseFilterProps) {
  const { t } = useTranslation('logs');
  const { t: tOutcomes } = useTranslation('outcomes');
  const { ok: _, ...reasons } = tOutcomes('reason', { returnObjects: true });
  const onCode = useCallback((code: string | undefined) => change({ code }), [change]);
  if (log === 'requests')
    return (
      <SearchFilter
        label={t('filter.cause')}
        value={filters.code}
        onChange={onCode}
        className="sm:max-w-40"
      />
    );
  return (
    <SelectFilter
      label={t('column.type')}
      anyLabel={t('filter.anyType')}
      choices={Object.entries(reasons).map(([value, label]) => ({ value, label }))}
      value={filters.type}
      onChange={(type) => change({ type })}
    />
  );
}
