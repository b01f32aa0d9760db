import type { UpstreamError } from './outcome';

/** The level an error is logged at; `debug` for what clients do wrong. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export interface GatewayErrorOptions {
  /** The field of the request that is wrong: `contents[0].parts`. */
  readonly field?: string;
  /** How long the client should wait before it tries again. */
  readonly retryAfterMs?: number;
  /** What upstream said, where the error comes from there: told on in the client's dialect. */
  readonly upstream?: UpstreamError;
  readonly cause?: unknown;
}

/** An expected ending that the client is told about, in the shape of its dialect. */
export abstract class GatewayError extends Error {
  abstract override readonly name: string;
  /** Stable, for programs. */
  abstract readonly code: string;
  /** HTTP status. */
  abstract readonly status: number;
  readonly logLevel: LogLevel = 'debug';
  readonly field: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly upstream: UpstreamError | undefined;

  constructor(message: string, options: GatewayErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.field = options.field;
    this.retryAfterMs = options.retryAfterMs;
    this.upstream = options.upstream;
  }
}

export class InvalidRequestError extends GatewayError {
  override readonly name = 'InvalidRequestError';
  readonly code = 'invalid_request';
  readonly status = 400;
}

export class UnauthenticatedError extends GatewayError {
  override readonly name = 'UnauthenticatedError';
  readonly code = 'unauthenticated';
  readonly status = 401;
}

export class NotFoundError extends GatewayError {
  override readonly name: string = 'NotFoundError';
  readonly code: string = 'not_found';
  readonly status = 404;
}

export class ModelNotFoundError extends NotFoundError {
  override readonly name = 'ModelNotFoundError';
  override readonly code = 'model_not_found';
}

/** The model is there, but not for this client. */
export class ModelNotAllowedError extends GatewayError {
  override readonly name = 'ModelNotAllowedError';
  readonly code = 'model_not_allowed';
  readonly status = 403;
}

export class UnknownPathError extends NotFoundError {
  override readonly name = 'UnknownPathError';
  override readonly code = 'unknown_path';
}

export class MethodNotAllowedError extends GatewayError {
  override readonly name = 'MethodNotAllowedError';
  readonly code = 'method_not_allowed';
  readonly status = 405;
}

export class PayloadTooLargeError extends GatewayError {
  override readonly name = 'PayloadTooLargeError';
  readonly code = 'payload_too_large';
  readonly status = 413;
}

export class UnsupportedEncodingError extends GatewayError {
  override readonly name = 'UnsupportedEncodingError';
  readonly code = 'unsupported_encoding';
  readonly status = 415;
}

/** The gateway cannot take more work at this moment. */
export class OverBudgetError extends GatewayError {
  override readonly name = 'OverBudgetError';
  readonly code = 'gateway_busy';
  readonly status = 503;
  override readonly logLevel: LogLevel = 'warn';
}

/** The client closed the connection; nobody reads this. */
export class ClientLeftError extends GatewayError {
  override readonly name = 'ClientLeftError';
  readonly code = 'client_left';
  readonly status = 499;
}

/** A mistake of this gateway: the client learns that, and the log the rest. */
export class InternalError extends GatewayError {
  override readonly name = 'InternalError';
  readonly code = 'internal_error';
  readonly status = 500;
  override readonly logLevel: LogLevel = 'error';
}
