import type { RequestFinished } from './gateway-observer';

/** Whether the client got its answer whole: a fault inside a stream that began with 200 counts as a failure. */
export function hasSucceeded(event: Pick<RequestFinished, 'status' | 'errorCode'>): boolean {
  return event.status >= 200 && event.status < 300 && event.errorCode === undefined;
}

/** Codes of requests that were no call of the pool: strangers, paths and things that there are not, tokens beyond their own limits. */
const DOOR_CODES: ReadonlySet<string> = new Set([
  'unauthenticated',
  'unknown_path',
  'not_found',
  'method_not_allowed',
  'token_limited',
  'model_not_allowed',
]);

/** Whether the request was turned away before anything was asked of the pool: it is logged, and counts as no call. */
export function isRefusedAtTheDoor({
  errorCode,
  attempts,
}: Pick<RequestFinished, 'errorCode' | 'attempts'>): boolean {
  return attempts === 0 && errorCode !== undefined && DOOR_CODES.has(errorCode);
}
