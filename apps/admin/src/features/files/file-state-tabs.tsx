import { FILE_STATES, type FileTotalsDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { FilterTabs } from '../../components/filter-bar/filter-tabs';
import { formatBytes } from '../../lib/bytes';
import type { UrlFilters } from '../../lib/use-url-filters';
import { FileStateMark } from './cells/file-state-mark';
import type { FILE_FILTERS } from './file-filters';

interface FileStateTabsProps {
  url: UrlFilters<typeof FILE_FILTERS>;
  /** Absent until the first answer. */
  totals: FileTotalsDto | undefined;
}

/** Filters the table by state; tells how many files stand in each, and how large they are. */
export function FileStateTabs({ url: { filters, searchWith }, totals }: FileStateTabsProps) {
  const { t, i18n } = useTranslation('files');
  const size = (bytes: number): string => formatBytes(bytes, i18n.language);
  const tabs = [undefined, ...FILE_STATES].map((state) => {
    const sum = totals?.[state ?? 'total'];
    return {
      id: state ?? 'all',
      to: searchWith({ state }),
      isCurrent: filters.state === state,
      label: state ? <FileStateMark state={state} /> : <span className="font-medium">{t('filter.all')}</span>,
      count: sum?.files,
      title: sum && size(sum.bytes),
    };
  });
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4">
      <FilterTabs label={t('filter.states')} tabs={tabs} />
      {totals && (
        <p className="mb-2 text-soft">
          {t('totalSize', { size: size(totals[filters.state ?? 'total'].bytes) })}
        </p>
      )}
    </div>
  );
}
