import type { FileTotalsDto } from '@gemini-balance/shared';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterBar } from '../../components/filter-bar/filter-bar';
import { SearchFilter } from '../../components/filter-bar/search-filter';
import { TokenFilter } from '../../components/token-filter/token-filter';
import type { UrlFilters } from '../../lib/use-url-filters';
import type { FILE_FILTERS } from './file-filters';
import { FileStateTabs } from './file-state-tabs';

interface FileToolbarProps {
  url: UrlFilters<typeof FILE_FILTERS>;
  totals: FileTotalsDto | undefined;
  /** Further controls at the end of the line. */
  children: ReactNode;
}

/** Everything that narrows the list of files. */
export function FileToolbar({ url, totals, children }: FileToolbarProps) {
  const { t } = useTranslation('files');
  const { filters, change, clear, count } = url;
  return (
    <>
      <FileStateTabs url={url} totals={totals} />
      <FilterBar
        count={count}
        onClear={clear}
        first={
          <SearchFilter
            label={t('filter.search')}
            placeholder={t('filter.searchHint')}
            value={filters.search}
            onChange={(search) => change({ search })}
          />
        }
      >
        <TokenFilter value={filters.tokenId} onChange={(tokenId) => change({ tokenId })} />
        <SearchFilter
          label={t('filter.key')}
          value={filters.key}
          onChange={(key) => change({ key: key && key.length < 3 ? undefined : key, keyId: undefined })}
          className="sm:max-w-52"
        />
        {children}
      </FilterBar>
    </>
  );
}
