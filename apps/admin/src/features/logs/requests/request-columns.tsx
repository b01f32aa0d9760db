import type { RequestLogDto } from '@gemini-balance/shared';
import type { ColumnDef } from '@tanstack/react-table';
import type { TFunction } from 'i18next';
import { listColumns, type ListColumn } from '../../../components/data-table/columns/list-columns';
import { Latency, LogText, LogTime, LoggedKey, StatusMark } from '../log-cells';

/** The columns of the request log in their order. */
export function requestColumns(t: TFunction<'logs'>): ColumnDef<RequestLogDto>[] {
  const columns = {
    time: { width: 'minmax(10.5rem, 1fr)', isFixed: true, cell: (row) => <LogTime atMs={row.startedAtMs} /> },
    status: {
      width: '4rem',
      cell: ({ status, isFailure }) => <StatusMark status={status} isFailure={isFailure} />,
    },
    code: { width: 'minmax(6rem, 1fr)', fromRem: 104, cell: (row) => <LogText text={row.errorCode} /> },
    model: { width: 'minmax(8rem, 1.4fr)', cell: (row) => <LogText text={row.model} /> },
    route: {
      width: 'minmax(8rem, 1.6fr)',
      fromRem: 96,
      cell: ({ method, route }) => <LogText text={`${method} ${route}`} />,
    },
    token: { width: 'minmax(5rem, 1fr)', fromRem: 80, cell: (row) => <LogText text={row.token?.name} /> },
    key: { width: 'minmax(7rem, 1fr)', fromRem: 80, cell: (row) => <LoggedKey apiKey={row.key} /> },
    attempts: { width: '4.5rem', isNumeric: true, cell: (row) => row.attempts },
    latency: { width: '5rem', isNumeric: true, cell: (row) => <Latency ms={row.latencyMs} /> },
    ttft: { width: '5.5rem', isNumeric: true, fromRem: 80, cell: (row) => <Latency ms={row.ttftMs} /> },
    usage: { width: '6rem', isNumeric: true, fromRem: 96, cell: usageOf },
  } satisfies Record<string, ListColumn<RequestLogDto>>;
  return listColumns(columns, (id) => t(`column.${id}`));
}

/** Tokens in and out; a dash where upstream counted none. */
function usageOf({ inputTokens, outputTokens }: RequestLogDto): string {
  return inputTokens === undefined && outputTokens === undefined
    ? '–'
    : `${inputTokens ?? 0} / ${outputTokens ?? 0}`;
}
