import { KEY_KINDS, type KeyTotalsDto } from '@gemini-balance/shared';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterBar } from '../../components/filter-bar/filter-bar';
import { SearchFilter } from '../../components/filter-bar/search-filter';
import { SelectFilter } from '../../components/filter-bar/select-filter';
import { ModelFilter } from '../../components/model-picker/model-filter';
import type { UrlFilters } from '../../lib/use-url-filters';
import type { KEY_FILTERS } from './key-filters';
import { keyQueries } from './key-queries';
import { KeyStateTabs } from './key-state-tabs';

const FAILURES = [1, 2, 3, 5, 10] as const;

interface KeyToolbarProps {
  url: UrlFilters<typeof KEY_FILTERS>;
  totals: KeyTotalsDto | undefined;
  /** Further controls at the end of the line. */
  children: ReactNode;
}

/** Everything that narrows the list of keys. */
export function KeyToolbar({ url, totals, children }: KeyToolbarProps) {
  const { t } = useTranslation('keys');
  const { filters, change } = url;
  const groups = useQuery(keyQueries.groups()).data ?? [];
  const proxies = useQuery(keyQueries.proxies()).data?.items ?? [];
  return (
    <>
      <KeyStateTabs url={url} totals={totals} />
      <FilterBar
        count={url.count}
        onClear={url.clear}
        first={
          <SearchFilter
            label={t('filter.search')}
            placeholder={t('filter.searchHint')}
            value={filters.search}
            onChange={(search) => change({ search })}
          />
        }
      >
        <SelectFilter
          label={t('filter.kind')}
          anyLabel={t('filter.anyKind')}
          choices={KEY_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          value={filters.kind}
          onChange={(kind) => change({ kind })}
        />
        {(groups.length > 0 || filters.group !== undefined) && (
          <SelectFilter
            label={t('filter.group')}
            anyLabel={t('filter.anyGroup')}
            choices={groups.map(({ name }) => ({ value: name, label: name }))}
            value={filters.group}
            onChange={(group) => change({ group })}
          />
        )}
        <SelectFilter
          label={t('filter.failures')}
          anyLabel={t('filter.anyFailures')}
          choices={FAILURES.map((n) => ({ value: String(n), label: t('filter.atLeast', { count: n }) }))}
          value={filters.minFailures === undefined ? undefined : String(filters.minFailures)}
          onChange={(least) => change({ minFailures: least === undefined ? undefined : Number(least) })}
        />
        {(proxies.length > 0 || filters.egress !== undefined) && (
          <SelectFilter
            label={t('filter.egress')}
            anyLabel={t('filter.anyEgress')}
            choices={proxies.map(({ id }) => ({ value: id, label: id }))}
            value={filters.egress}
            onChange={(egress) => change({ egress })}
          />
        )}
        <ModelFilter
          label={t('filter.model')}
          value={filters.model}
          onChange={(model) => change({ model })}
        />
        {children}
      </FilterBar>
    </>
  );
}
