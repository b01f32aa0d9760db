import type {
  AttemptDetailsDto,
  ErrorLogDto,
  WhyKeyDto,
  RequestDetailsDto,
  RequestLogDto,
} from '@gemini-balance/shared';
import { toErrorLogDto, toRequestLogDto } from './log-dtos';
import type { LogNames } from './log-names';
import type { LogRow } from './log-pages';

/** What is stored of one request. */
export interface StoredRequest {
  readonly requestId: string;
  readonly request: LogRow | undefined;
  /** In the order of the attempts. */
  readonly attempts: readonly LogRow[];
  readonly bodies: readonly LogRow[];
}

/** One request with its attempts: which key each asked and why, and what upstream said. */
export function toRequestDetails(stored: StoredRequest, names: LogNames): RequestDetailsDto {
  const request = stored.request && toRequestLogDto(stored.request, names);
  const attempts = stored.attempts.map((row) => toAttempt(row, stored, names));
  const first = request && unloggedSuccess(request, attempts);
  return {
    requestId: stored.requestId,
    ...(request && { request }),
    attempts: first ? [first, ...attempts] : attempts,
  };
}

function toAttempt(row: LogRow, { attempts, bodies }: StoredRequest, names: LogNames): AttemptDetailsDto {
  const { requestId: _, ...dto } = toErrorLogDto(row, names);
  const isError = Boolean(Number(row['isError']));
  const body = bodies.find(({ attempt }) => attempt === row['attempt']);
  const earlier = attempts.filter(({ attempt }) => Number(attempt) < dto.attempt);
  const response = body?.['responseBody'] ?? (isError ? errorOf(dto) : null);
  return {
    ...dto,
    isError,
    why: toChoice(row, earlier, names),
    ...(typeof body?.['requestBody'] === 'string' && { requestBody: body['requestBody'] }),
    ...(response !== null && { responseBody: String(response) }),
  };
}

function toChoice(row: LogRow, earlier: readonly LogRow[], names: LogNames): WhyKeyDto {
  const tried = [...new Set(earlier.map(({ keyId }) => Number(keyId)))];
  const isAgain = tried.includes(Number(row['keyId']));
  const triedBefore = tried
    .filter((id) => id !== Number(row['keyId']))
    .map((id) => {
      const masked = names.maskedKey(id);
      return masked === undefined ? { id } : { id, masked };
    });
  return {
    kind: row['choice'] === 'pinned' ? 'pinned' : isAgain ? 'again' : 'in_turn',
    triedBefore,
    ...(row['poolKeys'] !== null && {
      notReady: Number(row['poolKeys']) - Number(row['readyKeys']),
      poolKeys: Number(row['poolKeys']),
    }),
  };
}

/** The first attempt has no row when it succeeded: that of the request says the same. */
function unloggedSuccess(
  { attempts: made, isFailure, key, ...request }: RequestLogDto,
  attempts: readonly AttemptDetailsDto[],
): AttemptDetailsDto | undefined {
  if (made !== 1 || attempts.length > 0 || isFailure || key === undefined) return undefined;
  return {
    attempt: 1,
    startedAtMs: request.startedAtMs,
    key,
    ...(request.token && { token: request.token }),
    route: request.route,
    model: request.model ?? '',
    type: 'ok',
    latencyMs: request.latencyMs,
    isError: false,
    why: { kind: 'in_turn', triedBefore: [] },
  };
}

/** Upstream's answer, made again of what the row holds. */
function errorOf({ upstreamStatus, rpcStatus, message }: Partial<ErrorLogDto>): string {
  return JSON.stringify({ error: { code: upstreamStatus, message, status: rpcStatus } });
}
