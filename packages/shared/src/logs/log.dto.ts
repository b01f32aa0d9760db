import type { Page } from '../paging/page.dto.js';

/** A key as a log names it. */
export interface LoggedKeyDto {
  id: number;
  /** Absent for a key that was deleted. */
  masked?: string;
}

/** A token as a log names it. */
export interface LoggedTokenDto {
  /** 0 for the admin token. */
  id: number;
  /** Absent for a token that was deleted. */
  name?: string;
}

/** One client request, as it ended. */
export interface RequestLogDto {
  id: number;
  requestId: string;
  /** UTC milliseconds. */
  startedAtMs: number;
  token?: LoggedTokenDto;
  protocol: string;
  route: string;
  method: string;
  model?: string;
  /** The status sent to the client; 499 when it left before one was sent. */
  status: number;
  errorCode?: string;
  isFailure: boolean;
  isStream: boolean;
  attempts: number;
  /** The key of the last attempt. */
  key?: LoggedKeyDto;
  latencyMs: number;
  /** From request to first byte. */
  ttftMs?: number;
  inputTokens?: number;
  cachedTokens?: number;
  outputTokens?: number;
  thinkingTokens?: number;
}

/** One send with one key that upstream or the network refused. */
export interface ErrorLogDto {
  id: number;
  requestId: string;
  attempt: number;
  startedAtMs: number;
  key: LoggedKeyDto;
  token?: LoggedTokenDto;
  route?: string;
  model: string;
  /** What the attempt proved. */
  type: string;
  upstreamStatus?: number;
  rpcStatus?: string;
  message?: string;
  egressId?: string;
  latencyMs: number;
}

/** Why a key was asked. */
export interface WhyKeyDto {
  /** in_turn: the next of those that were ready · pinned: the one key that could answer · again: every other one was tried or rested. */
  kind: 'in_turn' | 'pinned' | 'again';
  /** Keys passed over, because this request had tried them. */
  triedBefore: LoggedKeyDto[];
  /** Keys passed over, because they were not ready for the model, of how many; absent where that was not noted. */
  notReady?: number;
  poolKeys?: number;
}

/** One attempt on the way of a request. */
export interface AttemptDetailsDto extends Omit<ErrorLogDto, 'id' | 'requestId'> {
  /** Absent for a first attempt that succeeded. */
  id?: number;
  isError: boolean;
  why: WhyKeyDto;
  /** Cut, and without credentials. Absent unless `ERROR_LOG_RECORD_REQUEST_BODY` was on. */
  requestBody?: string;
  /** What upstream said, as JSON. */
  responseBody?: string;
}

/** Answer of the details of both logs. */
export interface RequestDetailsDto {
  requestId: string;
  /** Absent while the request goes on, and where its row was deleted. */
  request?: RequestLogDto;
  /** From the first. */
  attempts: AttemptDetailsDto[];
}

/** Answer of `GET /api/logs/requests/routes`. */
export interface LoggedRoutesDto {
  /** Patterns, in the order of the alphabet. */
  items: string[];
}

/** Answer of `GET /api/logs/requests`, newest first. */
export type RequestLogPageDto = Page<RequestLogDto>;

/** Answer of `GET /api/logs/errors`, newest first. */
export type ErrorLogPageDto = Page<ErrorLogDto>;
