import type { AdminErrorDto } from '@gemini-balance/shared';
import { isAxiosError } from 'axios';

/** Why a call to the admin REST failed. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    message: string,
    /** The code of `AdminErrorDto`, or `unreachable` when no answer came. */
    readonly code: string,
    /** HTTP status; absent when no answer came. */
    readonly status?: number,
    /** The field of the request that is wrong, where one is. */
    readonly field?: string,
    /** From the `Retry-After` header of a 429. */
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
  }
}

/** Turns whatever a call was rejected with into an `ApiError`. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (!isAxiosError(error) || !error.response)
    return new ApiError('The gateway does not answer.', 'unreachable');

  const { status, data, headers } = error.response;
  const said = isAdminError(data)
    ? data.error
    : { code: 'http_error', message: `The gateway answered ${status}.` };
  const retryAfterSeconds = Number.parseInt(String(headers['retry-after']), 10) || undefined;
  return new ApiError(
    said.message,
    said.code,
    status,
    'field' in said ? said.field : undefined,
    retryAfterSeconds,
  );
}

export function isUnauthenticated(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401;
}

function isAdminError(body: unknown): body is AdminErrorDto {
  if (typeof body !== 'object' || body === null || !('error' in body)) return false;
  const { error } = body;
  return (
    typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string'
  );
}
