import type { RequestFinished } from '../../core/gateway/gateway-observer';

/** Whether the client got its answer whole: a fault inside a stream that began with 200 counts as a failure. */
export function hasSucceeded(event: Pick<RequestFinished, 'status' | 'errorCode'>): boolean {
  return event.status >= 200 && event.status < 300 && event.errorCode === undefined;
}
