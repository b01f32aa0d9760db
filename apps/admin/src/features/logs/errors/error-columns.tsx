import type { ErrorLogDto } from '@gemini-balance/shared';
import type { ColumnDef } from '@tanstack/react-table';
import type { TFunction } from 'i18next';
import { listColumns, type ListColumn } from '../../../components/data-table/columns/list-columns';
import { LogText, LogTime, LoggedKey, StatusMark } from '../log-cells';

/** The columns of the error log in their order. */
export function errorColumns(
  t: TFunction<'logs'>,
  reasonText: (reason: string) => string,
  networkText: (message: string) => string,
): ColumnDef<ErrorLogDto>[] {
  const modelText = ({ route, model }: ErrorLogDto): string =>
    route === undefined ? t('ownCall', { model }) : model;
  const columns = {
    time: { width: 'minmax(10.5rem, 1fr)', isFixed: true, cell: (row) => <LogTime atMs={row.startedAtMs} /> },
    status: { width: '4rem', cell: (row) => <StatusMark status={row.upstreamStatus} isFailure /> },
    type: { width: 'minmax(7rem, 1fr)', cell: (row) => <LogText text={reasonText(row.type)} /> },
    model: { width: 'minmax(8rem, 1.2fr)', cell: (row) => <LogText text={modelText(row)} /> },
    key: { width: 'minmax(7rem, 1fr)', cell: (row) => <LoggedKey apiKey={row.key} /> },
    attempt: { width: '4.5rem', fromRem: 80, cell: (row) => row.attempt },
    token: { width: 'minmax(5rem, 1fr)', fromRem: 96, cell: (row) => <LogText text={row.token?.name} /> },
    message: {
      width: 'minmax(8rem, 2fr)',
      fromRem: 80,
      cell: (row) => <LogText text={row.message && networkText(row.message)} />,
    },
  } satisfies Record<string, ListColumn<ErrorLogDto>>;
  return listColumns(columns, (id) => t(`column.${id}`));
}
