import { STATS_RANGES } from '@gemini-balance/shared';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterBar } from '../../components/filter-bar/filter-bar';
import { SearchFilter } from '../../components/filter-bar/search-filter';
import { SelectFilter } from '../../components/filter-bar/select-filter';
import type { UrlFilters } from '../../lib/use-url-filters';
import type { LOG_FILTERS } from './log-filters';

interface LogToolbarProps {
  log: 'errors' | 'requests';
  state: UrlFilters<typeof LOG_FILTERS>;
}

const STATUSES = ['2xx', '4xx', '5xx', '400', '403', '404', '429', '499', '503'];

/** What a log is narrowed by. */
export function LogToolbar({ log, state: { filters, change, count } }: LogToolbarProps) {
  const { t } = useTranslation(['logs', 'controls']);
  const onText = useCallback((text: string | undefined) => change({ text }), [change]);
  const onModel = useCallback((model: string | undefined) => change({ model }), [change]);
  const onKey = useCallback((key: string | undefined) => change({ key }), [change]);
  const onCause = useCallback(
    (cause: string | undefined) => change(log === 'errors' ? { type: cause } : { code: cause }),
    [change, log],
  );
  const ofPage = Number(filters.tab !== undefined) + Number(filters.open !== undefined);
  const clear = (): void =>
    change({
      range: undefined,
      model: undefined,
      status: undefined,
      key: undefined,
      keyId: undefined,
      tokenId: undefined,
      type: undefined,
      code: undefined,
      text: undefined,
      isFailure: undefined,
      fromMs: undefined,
      toMs: undefined,
    });
  return (
    <FilterBar count={count - ofPage} onClear={clear}>
      <SelectFilter
        label={t('controls:range.label')}
        anyLabel={t('filter.anyTime')}
        choices={STATS_RANGES.map((range) => ({ value: range, label: t(`controls:range.${range}`) }))}
        value={filters.range}
        onChange={(range) => change({ range })}
      />
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
            { value: 'true', label: t('outcome.failed') },
            { value: 'false', label: t('outcome.ok') },
          ]}
          value={filters.isFailure}
          onChange={(isFailure) =>
            change({ isFailure: isFailure === 'true' ? 'true' : isFailure && 'false' })
          }
        />
      )}
      <SearchFilter
        label={t('filter.model')}
        value={filters.model}
        onChange={onModel}
        className="sm:max-w-44"
      />
      <SearchFilter label={t('filter.key')} value={filters.key} onChange={onKey} className="sm:max-w-40" />
      <SearchFilter
        label={t('filter.cause')}
        value={log === 'errors' ? filters.type : filters.code}
        onChange={onCause}
        className="sm:max-w-40"
      />
      <SearchFilter label={t('filter.text')} value={filters.text} onChange={onText} className="sm:max-w-44" />
    </FilterBar>
  );
}
