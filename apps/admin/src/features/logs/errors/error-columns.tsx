import type { ErrorLogDto } from '@gemini-balance/shared';
import { createColumnHelper, type ColumnDef } from '@tanstack/react-table';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { LogText, LogTime, LoggedKey, StatusMark } from '../log-cells';

const column = createColumnHelper<ErrorLogDto>();

/** The columns of the error log in their order. */
export function errorColumns(
  t: TFunction<'logs'>,
  reasonText: (reason: string) => string,
): ColumnDef<ErrorLogDto>[] {
  const shown = (
    id: 'time' | 'status' | 'type' | 'model' | 'key' | 'attempt' | 'token' | 'message',
    width: string,
    cell: (row: ErrorLogDto) => ReactNode,
    fromRem = 0,
  ): ColumnDef<ErrorLogDto> =>
    column.display({
      id,
      header: t(`column.${id}`),
      cell: ({ row }) => cell(row.original),
      meta: { width, fromRem, ...(id !== 'time' && { title: t(`column.${id}`) }) },
    });
  return [
    shown('time', 'minmax(9.5rem, 1fr)', (row) => <LogTime atMs={row.startedAtMs} />),
    shown('status', '4rem', (row) => <StatusMark status={row.upstreamStatus} isFailure />),
    shown('type', 'minmax(7rem, 1fr)', (row) => <LogText text={reasonText(row.type)} />),
    shown('model', 'minmax(8rem, 1.2fr)', (row) => <LogText text={row.model} />),
    shown('key', 'minmax(7rem, 1fr)', (row) => <LoggedKey apiKey={row.key} />),
    shown('attempt', '4.5rem', (row) => row.attempt, 80),
    shown('token', 'minmax(5rem, 1fr)', (row) => <LogText text={row.token?.name} />, 96),
    shown('message', 'minmax(8rem, 2fr)', (row) => <LogText text={row.message} />, 80),
  ];
}
