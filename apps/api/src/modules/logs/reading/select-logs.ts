import type { ErrorLogFilter, LogFilter, RequestLogFilter } from '@gemini-balance/shared';
import type { Filter, Selection } from './log-tables';

const DAY_MS = 86_400_000;

/**
 * The rows of the request log that a filter lets through.
 * @param keyIds of the keys that the filter's `key` means
 */
export function selectRequests(
  filter: RequestLogFilter,
  nowMs: number,
  keyIds?: readonly number[],
): Selection {
  const { code, isFailure, isStream } = filter;
  const isAboutFailures = isFailure === true || /^[45]xx$/i.test(filter.status ?? '');
  return {
    table: 'request_logs',
    filters: [
      ...ofKeys(keyIds, 'request_logs_by_key'),
      ...common(filter, 'request_logs', 'status'),
      ...(code === undefined ? [] : [equal('errorCode', code, 'request_logs_by_code')]),
      ...(isAboutFailures ? [equal('isFailure', 1, 'request_logs_by_failure')] : []),
      ...(isFailure === false ? [equal('isFailure', 0, 'request_logs_by_failure')] : []),
      ...(isStream === undefined ? [] : [equal('isStream', isStream ? 1 : 0)]),
      ...within(filter, nowMs, ['model', 'route', 'errorCode', 'requestId'], 'request_logs_by_time'),
    ],
  };
}

/** The rows of the error log that a filter lets through, in the same way. */
export function selectErrors(filter: ErrorLogFilter, nowMs: number, keyIds?: readonly number[]): Selection {
  return {
    table: 'attempt_logs',
    filters: [
      ...ofKeys(keyIds, 'attempt_logs_by_key'),
      ...common(filter, 'attempt_logs', 'upstreamStatus'),
      ...(filter.type === undefined ? [] : [equal('outcome', filter.type, 'attempt_logs_by_outcome')]),
      equal('isError', 1, 'attempt_logs_by_error'),
      ...within(filter, nowMs, ['message', 'model', 'outcome', 'requestId']),
    ],
  };
}

/** Those that let fewest rows through first. */
function common(filter: LogFilter, table: Selection['table'], statusColumn: string): Filter[] {
  const { requestId, keyId, tokenId, model, route } = filter;
  const named: readonly (readonly [string, string | number | undefined, string])[] = [
    ['requestId', requestId, 'request'],
    ['keyId', keyId, 'key'],
    ['tokenId', tokenId, 'token'],
    ['model', model, 'model'],
    ['route', route, 'route'],
  ];
  const filters = named.flatMap(([column, value, index]) =>
    value === undefined ? [] : [equal(column, value, `${table}_by_${index}`)],
  );
  return filter.status === undefined
    ? filters
    : [...filters, ofStatus(statusColumn, filter.status, `${table}_by_status`)];
}

function ofKeys(keyIds: readonly number[] | undefined, index: string): Filter[] {
  if (keyIds === undefined) return [];
  // No list may be empty, and no key has this id.
  const ids = keyIds.length === 0 ? [-1] : keyIds;
  return [{ sql: `keyId IN (${ids.map(() => '?').join(', ')})`, parameters: ids, index }];
}

function equal(column: string, value: string | number, index?: string): Filter {
  return { sql: `${column} = ?`, parameters: [value], ...(index !== undefined && { index }) };
}

function ofStatus(column: string, status: string, index: string): Filter {
  if (/^\d+$/.test(status)) return equal(column, Number(status), index);
  const first = Number(status[0]) * 100;
  return { sql: `${column} BETWEEN ? AND ?`, parameters: [first, first + 99] };
}

/** A text is looked for in one day alone: there is no index for parts of texts. */
function within(
  { text, fromMs, toMs }: LogFilter,
  nowMs: number,
  columns: readonly string[],
  index?: string,
): Filter[] {
  const startMs = text === undefined ? fromMs : Math.max(fromMs ?? 0, (toMs ?? nowMs) - DAY_MS);
  const time = index === undefined ? {} : { index };
  return [
    { sql: 'startedAtMs >= ?', parameters: [startMs ?? 0], ...time },
    ...(toMs === undefined ? [] : [{ sql: 'startedAtMs < ?', parameters: [toMs] }]),
    ...(text === undefined ? [] : [containing(columns, text)]),
  ];
}

function containing(columns: readonly string[], text: string): Filter {
  const pattern = `%${text.replace(/[!%_]/g, '!$&')}%`;
  const sql = columns.map((column) => `${column} LIKE ? ESCAPE '!'`).join(' OR ');
  return { sql: `(${sql})`, parameters: columns.map(() => pattern) };
}
