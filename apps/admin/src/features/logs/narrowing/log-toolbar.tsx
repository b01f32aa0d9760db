import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterBar } from '../../../components/filter-bar/filter-bar';
import { SearchFilter } from '../../../components/filter-bar/search-filter';
import { SelectFilter } from '../../../components/filter-bar/select-filter';
import { TimeRangeFilter } from '../../../components/filter-bar/time-range-filter';
import { ModelFilter } from '../../../components/model-picker/model-filter';
import { TokenFilter } from '../../../components/token-filter/token-filter';
import type { UrlFilters } from '../../../lib/use-url-filters';
import { logQueries } from '../log-queries';
import { CauseFilter } from './cause-filter';
import { narrowing, withoutNarrowing, type LOG_FILTERS, type LogName } from './log-filters';

interface LogToolbarProps {
  log: LogName;
  state: UrlFilters<typeof LOG_FILTERS>;
}

const STATUSES = ['2xx', '4xx', '5xx', '400', '403', '404', '429', '499', '503'];
const NARROW = 'sm:max-w-40';

/** What a log is narrowed by. */
export function LogToolbar({ log, state: { filters, change } }: LogToolbarProps) {
  const { t } = useTranslation('logs');
  const routes = useQuery(logQueries.routes()).data ?? [];
  const onText = useCallback((text: string | undefined) => change({ text }), [change]);
  const onModel = useCallback((model: string | undefined) => change({ model }), [change]);
  const onKey = useCallback((key: string | undefined) => change({ key, keyId: undefined }), [change]);
  return (
    <FilterBar
      count={narrowing(filters, log).length}
      onClear={() => change(withoutNarrowing())}
      first={<TimeRangeFilter value={filters} onChange={change} />}
    >
      <SelectFilter
        label={t('filter.status')}
        anyLabel={t('filter.anyStatus')}
        choices={STATUSES.map((status) => ({ value: status, label: status }))}
        value={filters.status}
        onChange={(status) => change({ status })}
      />
      {log === 'requests' && (
        <SelectFilter
          label={t('filter.outcome')}
          anyLabel={t('filter.anyOutcome')}
          choices={[
            { value: 'true' as const, label: t('outcome.failed') },
            { value: 'false' as const, label: t('outcome.ok') },
          ]}
          value={filters.isFailure}
          onChange={(isFailure) => change({ isFailure })}
        />
      )}
      <CauseFilter log={log} filters={filters} change={change} />
      <TokenFilter value={filters.tokenId} onChange={(tokenId) => change({ tokenId })} />
      <SelectFilter
        label={t('filter.route')}
        anyLabel={t('filter.anyRoute')}
        choices={routes.map((route) => ({ value: route, label: route }))}
        value={filters.route}
        onChange={(route) => change({ route })}
      />
      <ModelFilter hasFurtherNames label={t('filter.model')} value={filters.model} onChange={onModel} />
      <SearchFilter
        label={t('filter.key')}
        value={filters.key ?? (filters.keyId === undefined ? undefined : `#${filters.keyId}`)}
        onChange={onKey}
        className={NARROW}
      />
      <SearchFilter
        label={t('filter.text')}
        placeholder={t('filter.textHint')}
        value={filters.text}
        onChange={onText}
        className="sm:max-w-60"
      />
    </FilterBar>
  );
}
