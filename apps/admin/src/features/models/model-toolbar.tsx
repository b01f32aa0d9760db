import { MODEL_AVAILABILITIES, MODEL_KINDS, type ModelListDto } from '@gemini-balance/shared';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterBar } from '../../components/filter-bar/filter-bar';
import { SearchFilter } from '../../components/filter-bar/search-filter';
import { SelectFilter } from '../../components/filter-bar/select-filter';
import type { UrlFilters } from '../../lib/use-url-filters';
import type { MODEL_FILTERS } from './model-filters';

interface ModelToolbarProps {
  url: UrlFilters<typeof MODEL_FILTERS>;
  totals: ModelListDto['totals'] | undefined;
  /** Further controls at the end of the line. */
  children: ReactNode;
}

/** Everything that narrows the list of models. */
export function ModelToolbar({
  url: { filters, change, clear, count },
  totals,
  children,
}: ModelToolbarProps) {
  const { t } = useTranslation('models');
  const kinds = MODEL_KINDS.filter((kind) => totals === undefined || totals.byKind[kind] > 0);
  return (
    <FilterBar count={count} onClear={clear}>
      <SearchFilter
        label={t('filter.search')}
        placeholder={t('filter.searchHint')}
        value={filters.search}
        onChange={(search) => change({ search })}
      />
      <SelectFilter
        label={t('filter.kind')}
        anyLabel={t('filter.anyKind')}
        choices={kinds.map((kind) => ({
          value: kind,
          label: totals
            ? t('filter.counted', { name: t(`kind.${kind}`), count: totals.byKind[kind] })
            : t(`kind.${kind}`),
        }))}
        value={filters.kind}
        onChange={(kind) => change({ kind })}
      />
      <SelectFilter
        label={t('filter.keys')}
        anyLabel={t('filter.anyKeys')}
        choices={MODEL_AVAILABILITIES.map((keys) => ({ value: keys, label: t(`filter.keysAre.${keys}`) }))}
        value={filters.keys}
        onChange={(keys) => change({ keys })}
      />
      <SelectFilter
        label={t('filter.shown')}
        anyLabel={t('filter.anyShown')}
        choices={(['offered', 'hidden'] as const).map((shown) => ({
          value: shown,
          label: t(`filter.shownAs.${shown}`),
        }))}
        value={filters.shown}
        onChange={(shown) => change({ shown })}
      />
      {children}
    </FilterBar>
  );
}
