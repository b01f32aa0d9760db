import type { AuditEntryDto } from '@gemini-balance/shared';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../components/data-table/data-table';
import { useColumnChoice } from '../../../components/data-table/columns/use-column-choice';
import { NoMatch } from '../../../components/query-view/no-match';
import { TimeAgo } from '../../../components/time-ago';
import { useUrlFilters } from '../../../lib/use-url-filters';
import { auditColumns } from './audit-columns';
import { AUDIT_FILTERS, toAuditQuery } from './audit-filters';
import { AuditSheet } from './audit-sheet';
import { AuditToolbar } from './audit-toolbar';
import { useActionText } from './use-action-text';

/** What administrators did, newest first. */
export function AuditPanel() {
  const { t } = useTranslation('system');
  const actionText = useActionText();
  const columns = useMemo(() => auditColumns(t, actionText), [t, actionText]);
  const choice = useColumnChoice('audit', columns);
  const state = useUrlFilters(AUDIT_FILTERS);
  const [opened, setOpened] = useState<AuditEntryDto>();
  const source = useMemo(
    () => ({ key: ['audit'], path: '/audit', params: toAuditQuery(state.filters, Date.now()) }),
    [state.filters],
  );
  return (
    <section aria-label={t('audit.title')} className="flex min-h-96 flex-1 flex-col">
      <h2 className="mb-2 font-semibold">{t('audit.title')}</h2>
      <AuditToolbar state={state} />
      <DataTable<AuditEntryDto>
        key={JSON.stringify(state.filters)}
        label={t('audit.title')}
        source={source}
        refreshMs={15_000}
        columns={columns}
        choice={choice}
        rowHeightPx={40}
        nameOf={(entry) => actionText(entry.action)}
        onOpen={setOpened}
        card={(entry) => (
          <>
            <div className="flex justify-between gap-2 font-medium">
              <span>{actionText(entry.action)}</span> <TimeAgo atMs={entry.atMs} />
            </div>
            <div className="truncate text-soft">{entry.subject}</div>
          </>
        )}
        empty={
          state.count > 0 ? <NoMatch onClear={state.clear} /> : <p className="text-soft">{t('audit.none')}</p>
        }
      />
      <AuditSheet entry={opened} onClose={() => setOpened(undefined)} />
    </section>
  );
}
