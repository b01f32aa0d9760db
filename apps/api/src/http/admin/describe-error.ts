import { HttpException } from '@nestjs/common';
import type { AdminErrorDto } from '@gemini-balance/shared';
import { GatewayError } from '../../core/gateway-error';
import { InvalidFieldsError } from './admin-errors';

/** What the client of the admin REST is told about an error. */
export interface DescribedError {
  readonly status: number;
  readonly body: AdminErrorDto;
  /** Whole seconds for `Retry-After`. */
  readonly retryAfterSeconds?: number;
  /** A fault of ours, to be logged with its stack; what the client did wrong is not. */
  readonly isOurs: boolean;
}

const WORDING: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: [
    'invalid_request',
    'The request is malformed: its body is not valid JSON, or its path cannot be decoded.',
  ],
  401: ['unauthenticated', 'Sign in, or send the admin token as a bearer token.'],
  403: ['forbidden', 'This is not allowed.'],
  404: ['not_found', 'There is nothing at this address.'],
  405: ['method_not_allowed', 'This address does not know the method.'],
  413: ['payload_too_large', 'The body is too large.'],
  415: ['unsupported_media_type', 'Send the body as application/json in UTF-8.'],
  429: ['too_many_requests', 'Too many requests; try again later.'],
};

const OURS: DescribedError = {
  status: 500,
  body: { error: { code: 'internal_error', message: 'The gateway failed; its log says why.' } },
  isOurs: true,
};

/** What the drivers of the databases say when there is nobody to talk to, or nobody who answers in time. */
const DATABASE_AWAY =
  /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|PROTOCOL_(CONNECTION_LOST|SEQUENCE_TIMEOUT)|ER_(SERVER_SHUTDOWN|CON_COUNT_ERROR|LOCK_WAIT_TIMEOUT)|SQLITE_(BUSY|LOCKED|IOERR|CANTOPEN|FULL))/;

const AWAY: DescribedError = {
  status: 503,
  body: {
    error: {
      code: 'database_unavailable',
      message: 'The database cannot be reached at the moment. Clients are served all the same.',
    },
  },
  retryAfterSeconds: 5,
  isOurs: true,
};

/** Turns whatever was thrown into an answer. An error that is not known to be the client's is ours, and its text stays here. */
export function describeError(error: unknown): DescribedError {
  if (error instanceof GatewayError) return describeGatewayError(error);
  if (error instanceof HttpException) return worded(error.getStatus());
  if (isDatabaseAway(error)) return AWAY;
  return worded(statusOf(error));
}

function isDatabaseAway(error: unknown): boolean {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && DATABASE_AWAY.test(code);
}

function describeGatewayError(error: GatewayError): DescribedError {
  const { code, message, field, retryAfterMs } = error;
  return {
    status: error.status,
    body: {
      error: {
        code,
        message,
        ...(field !== undefined && { field }),
        ...(error instanceof InvalidFieldsError && { problems: [...error.problems] }),
      },
    },
    ...(retryAfterMs !== undefined && { retryAfterSeconds: Math.max(1, Math.ceil(retryAfterMs / 1000)) }),
    isOurs: error.logLevel === 'error',
  };
}

function worded(status: number): DescribedError {
  if (status < 400 || status > 499) return OURS;
  const [code, message] = WORDING[status] ?? ['invalid_request', 'The request cannot be served.'];
  return { status, body: { error: { code, message } }, isOurs: false };
}

/** Express and its body parser put the status on the error; anything else is a bug of ours. */
function statusOf(error: unknown): number {
  const status: unknown = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status : 500;
}
