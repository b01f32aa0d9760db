import { LOG_FILES } from '@gemini-balance/shared';
import { useQuery } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchFilter } from '../../../components/filter-bar/search-filter';
import { Notice } from '../../../components/query-view/notice';
import { QueryView } from '../../../components/query-view/query-view';
import { Segmented } from '../../../components/ui/segmented';
import { Skeleton } from '../../../components/ui/skeleton';
import type { UrlFilters } from '../../../lib/use-url-filters';
import { logQueries } from '../log-queries';
import type { LOG_FILTERS } from '../narrowing/log-filters';
import { FileLines } from './file-lines';

/** The newest lines of the log files. */
export function FilesTab({ state: { filters, change } }: { state: UrlFilters<typeof LOG_FILTERS> }) {
  const { t } = useTranslation('logs');
  const { file: name = 'app', text } = filters;
  const file = useQuery(logQueries.file(name));
  const choices = LOG_FILES.map((value) => ({ value, label: t(`file.${value}`) }));
  const onText = useCallback((typed: string | undefined) => change({ text: typed }), [change]);
  return (
    <>
      <div className="mb-3 flex flex-wrap gap-2">
        <Segmented
          label={t('tab.files')}
          choices={choices}
          value={name}
          onChange={(chosen) => change({ file: chosen })}
        />
        <SearchFilter label={t('file.search')} value={text} onChange={onText} />
      </div>
      <QueryView
        query={file}
        skeleton={<Skeleton className="h-96" />}
        isEmpty={({ lines }) => lines.length === 0}
        empty={
          <Notice
            icon={<FileText className="text-soft" aria-hidden />}
            title={t('file.empty')}
            text={t('file.emptyText')}
          />
        }
      >
        {({ lines }) => <FileLines key={name} label={t(`file.${name}`)} lines={lines} text={text} />}
      </QueryView>
    </>
  );
}
