import type { ErrorLogDto, RequestLogDto } from '@gemini-balance/shared';
import { type LogNames, toLoggedKey, toLoggedToken } from './log-names';
import type { LogRow } from './log-pages';

export function toRequestLogDto(row: LogRow, names: LogNames): RequestLogDto {
  return {
    id: Number(row['id']),
    requestId: String(row['requestId']),
    startedAtMs: Number(row['startedAtMs']),
    protocol: String(row['protocol']),
    route: String(row['route']),
    method: String(row['method']),
    status: Number(row['status']),
    isFailure: Boolean(Number(row['isFailure'])),
    isStream: Boolean(Number(row['isStream'])),
    attempts: Number(row['attempts']),
    latencyMs: Number(row['latencyMs']),
    ...texts(row, ['model', 'errorCode']),
    ...numbers(row, ['ttftMs', 'inputTokens', 'cachedTokens', 'outputTokens', 'thinkingTokens']),
    ...(row['tokenId'] !== null && { token: toLoggedToken(Number(row['tokenId']), names) }),
    ...(row['keyId'] !== null && { key: toLoggedKey(Number(row['keyId']), names) }),
  };
}

export function toErrorLogDto(row: LogRow, names: LogNames): ErrorLogDto {
  return {
    id: Number(row['id']),
    requestId: String(row['requestId']),
    attempt: Number(row['attempt']),
    startedAtMs: Number(row['startedAtMs']),
    key: toLoggedKey(Number(row['keyId']), names),
    model: String(row['model']),
    type: String(row['outcome']),
    latencyMs: Number(row['latencyMs']),
    ...texts(row, ['route', 'rpcStatus', 'message', 'egressId']),
    ...numbers(row, ['upstreamStatus']),
    ...(row['tokenId'] !== null && { token: toLoggedToken(Number(row['tokenId']), names) }),
  };
}

function texts<Name extends string>(row: LogRow, names: readonly Name[]): { [N in Name]?: string } {
  const present = names.filter((name) => row[name] !== null);
  return Object.fromEntries(present.map((name) => [name, String(row[name])])) as { [N in Name]?: string };
}

function numbers<Name extends string>(row: LogRow, names: readonly Name[]): { [N in Name]?: number } {
  const present = names.filter((name) => row[name] !== null);
  return Object.fromEntries(present.map((name) => [name, Number(row[name])])) as { [N in Name]?: number };
}
