import type { OutcomeKind } from '../core/outcome';
import { sha256 } from '../core/sha256';
import { scrubCredentials } from '../core/upstream/errors/scrub-credentials';
import type { RowValue } from '../database/writing/row-writer';
import { AttemptLogEntity } from '../modules/logs/attempt-log.entity';
import { toLogText } from '../modules/logs/recording/log-text';
import { RequestLogEntity } from '../modules/logs/request-log.entity';
import type { OldDatabase, OldError, OldRequest } from './old-installation';
import { keyName, type ThisInstallation } from './this-installation';
import { In, type EntityTarget } from 'typeorm';

const ERROR_COLUMNS = [
  'requestId',
  'attempt',
  'startedAtMs',
  'keyId',
  'model',
  'outcome',
  'isError',
  'upstreamStatus',
  'message',
  'latencyMs',
];
const REQUEST_COLUMNS = [
  'requestId',
  'startedAtMs',
  'protocol',
  'route',
  'method',
  'model',
  'status',
  'isStream',
  'attempts',
  'keyId',
  'latencyMs',
];
const LONGEST_MODEL = 100;
const LONGEST_MESSAGE = 10_000;

/** A key that is not here any more. */
const NO_KEY = 0;

/** What a status of the old log most likely meant; it keeps no more than that. */
const OUTCOME_OF_STATUS: Readonly<Record<number, OutcomeKind>> = {
  400: 'invalid_request',
  401: 'unauthenticated_key',
  403: 'misconfigured_key',
  404: 'model_not_found',
  429: 'rate_limited',
  503: 'overloaded',
  504: 'deadline_exceeded',
};

/** Copies the old logs, without those that were copied before: each row has a request id made of its old one. */
export async function takeLogs(
  old: OldDatabase,
  here: ThisInstallation,
  tell: (message: string) => void,
): Promise<void> {
  const keyIds = await here.keyIds();
  const keyIdOf = (key: string): number | undefined =>
    keyIds.get(keyName('gemini', sha256(key))) ?? keyIds.get(keyName('vertex', sha256(key)));
  const errors = await copy(old.errors(), here, AttemptLogEntity, 'attempt_logs', ERROR_COLUMNS, (error) =>
    errorRow(error, keyIdOf(error.key) ?? NO_KEY),
  );
  const requests = await copy(
    old.requests(),
    here,
    RequestLogEntity,
    'request_logs',
    REQUEST_COLUMNS,
    (request) => requestRow(request, keyIdOf(request.key) ?? null),
  );
  tell(`Logs: ${errors} errors and ${requests} requests were added.`);
}

/** @param toRow its first value is the request id */
async function copy<Old>(
  pages: AsyncIterable<Old[]>,
  here: ThisInstallation,
  entity: EntityTarget<{ requestId: string }>,
  table: string,
  columns: readonly string[],
  toRow: (old: Old) => RowValue[],
): Promise<number> {
  let count = 0;
  for await (const page of pages) {
    const rows = page.map(toRow);
    const stored = await here.dataSource
      .getRepository(entity)
      .find({ select: { requestId: true }, where: { requestId: In(rows.map(([requestId]) => requestId)) } });
    const known = new Set(stored.map(({ requestId }) => requestId));
    const fresh = rows.filter(([requestId]) => !known.has(String(requestId)));
    if (fresh.length > 0) await here.rows.insert(table, columns, fresh);
    count += fresh.length;
  }
  return count;
}

function errorRow({ id, model, text, type, status, atMs }: OldError, keyId: number): RowValue[] {
  const outcome = OUTCOME_OF_STATUS[status ?? 0] ?? 'upstream_failed';
  const message = toLogText(scrubCredentials(`${type}: ${text}`), LONGEST_MESSAGE);
  return [
    `old-error-${id}`,
    1,
    atMs,
    keyId,
    toLogText(model, LONGEST_MODEL),
    outcome,
    true,
    status ?? null,
    message,
    0,
  ];
}

function requestRow(
  { id, model, isSuccess, status, latencyMs, atMs }: OldRequest,
  keyId: number | null,
): RowValue[] {
  const shown = status ?? (isSuccess ? 200 : 500);
  return [
    `old-request-${id}`,
    atMs,
    'gemini',
    '(taken over)',
    'POST',
    toLogText(model, LONGEST_MODEL),
    shown,
    false,
    1,
    keyId,
    latencyMs,
  ];
}
