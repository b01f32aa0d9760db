import type { RequestLogDto } from '@gemini-balance/shared';
import { createColumnHelper, type ColumnDef } from '@tanstack/react-table';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { Latency, LogText, LogTime, LoggedKey, StatusMark } from '../log-cells';

const column = createColumnHelper<RequestLogDto>();
type Name =
  | 'time'
  | 'status'
  | 'route'
  | 'model'
  | 'token'
  | 'key'
  | 'attempts'
  | 'latency'
  | 'ttft'
  | 'usage'
  | 'code';

/** The columns of the request log in their order. */
export function requestColumns(t: TFunction<'logs'>): ColumnDef<RequestLogDto>[] {
  const shown = (
    id: Name,
    width: string,
    cell: (row: RequestLogDto) => ReactNode,
    { fromRem = 0, isNumeric = false } = {},
  ): ColumnDef<RequestLogDto> =>
    column.display({
      id,
      header: t(`column.${id}`),
      cell: ({ row }) => cell(row.original),
      meta: { width, fromRem, isNumeric, ...(id !== 'time' && { title: t(`column.${id}`) }) },
    });
  const usage = ({ inputTokens, outputTokens }: RequestLogDto): string =>
    inputTokens === undefined && outputTokens === undefined
      ? '–'
      : `${inputTokens ?? 0} / ${outputTokens ?? 0}`;
  return [
    shown('time', 'minmax(9.5rem, 1fr)', (row) => <LogTime atMs={row.startedAtMs} />),
    shown('status', '4rem', (row) => <StatusMark status={row.status} isFailure={row.isFailure} />),
    shown('code', 'minmax(6rem, 1fr)', (row) => <LogText text={row.errorCode} />, { fromRem: 96 }),
    shown('model', 'minmax(8rem, 1.4fr)', (row) => <LogText text={row.model} />),
    shown('route', 'minmax(8rem, 1.6fr)', (row) => <LogText text={`${row.method} ${row.route}`} />, {
      fromRem: 96,
    }),
    shown('token', 'minmax(5rem, 1fr)', (row) => <LogText text={row.token?.name} />, { fromRem: 80 }),
    shown('key', 'minmax(7rem, 1fr)', (row) => <LoggedKey apiKey={row.key} />, { fromRem: 80 }),
    shown('attempts', '4.5rem', (row) => row.attempts, { isNumeric: true }),
    shown('latency', '5rem', (row) => <Latency ms={row.latencyMs} />, { isNumeric: true }),
    shown('ttft', '5.5rem', (row) => <Latency ms={row.ttftMs} />, { isNumeric: true, fromRem: 80 }),
    shown('usage', '6rem', usage, { isNumeric: true, fromRem: 96 }),
  ];
}
