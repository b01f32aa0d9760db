import type { AuditEntryDto } from '@gemini-balance/shared';
import type { ColumnDef } from '@tanstack/react-table';
import type { TFunction } from 'i18next';
import { listColumns, type ListColumn } from '../../../components/data-table/columns/list-columns';
import { TimeAgo } from '../../../components/time-ago';

/** The columns of the audit log in their order; there is no menu that hides them. */
export function auditColumns(
  t: TFunction<'system'>,
  actionText: (action: string) => string,
): ColumnDef<AuditEntryDto>[] {
  const columns = {
    time: { width: '6rem', cell: ({ atMs }) => <TimeAgo atMs={atMs} /> },
    action: {
      width: 'minmax(7rem, 1fr)',
      cell: ({ action }) => (
        <span className="block truncate" title={actionText(action)}>
          {actionText(action)}
        </span>
      ),
    },
    subject: {
      width: 'minmax(7rem, 1.5fr)',
      cell: ({ subject }) => <span className="block truncate">{subject}</span>,
    },
    actor: {
      width: 'minmax(8rem, 1fr)',
      cell: ({ actor, address = '' }) => `${t(`actor.${actor}`)} ${address}`,
    },
  } satisfies Record<string, ListColumn<AuditEntryDto>>;
  return listColumns(columns, (id) => t(`audit.${id}`));
}
