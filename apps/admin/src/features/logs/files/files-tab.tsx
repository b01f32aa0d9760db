import { LOG_FILES, type LogFileName } from '@gemini-balance/shared';
import { useQuery } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../components/query-view/notice';
import { QueryView } from '../../../components/query-view/query-view';
import { Segmented } from '../../../components/ui/segmented';
import { Skeleton } from '../../../components/ui/skeleton';
import { logQueries } from '../log-queries';

/** The newest lines of the log files. */
export function FilesTab() {
  const { t } = useTranslation('logs');
  const [name, setName] = useState<LogFileName>('app');
  const file = useQuery(logQueries.file(name));
  const choices = LOG_FILES.map((value) => ({ value, label: t(`file.${value}`) }));
  return (
    <>
      <div className="mb-3">
        <Segmented label={t('tab.files')} choices={choices} value={name} onChange={setName} />
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
        {({ lines }) => (
          <pre
            tabIndex={0}
            aria-label={t(`file.${name}`)}
            className="min-h-80 flex-1 basis-0 overflow-auto rounded-lg border bg-surface p-3 text-xs"
          >
            {lines.join('\n')}
          </pre>
        )}
      </QueryView>
    </>
  );
}
