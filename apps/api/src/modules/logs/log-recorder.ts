import type { AttemptSettled, GatewayObserver, RequestFinished } from '../../core/gateway/gateway-observer';
import { ATTEMPT_LOG_COLUMNS, toAttemptLogRow } from './attempt-log-row';
import { LogQueue } from './log-queue';
import { REQUEST_LOG_COLUMNS, toRequestLogRow } from './request-log-row';

/** Ten seconds of a busy gateway. */
const MAX_WAITING_ROWS = 10_000;

/**
 * Queues a row for each client request, and for each attempt that its request's row does not tell all about:
 * a first attempt that succeeded is left out.
 */
export class LogRecorder implements GatewayObserver {
  readonly requests: LogQueue;
  readonly attempts: LogQueue;

  /** @param maxWaitingRows of each table. */
  constructor(maxWaitingRows = MAX_WAITING_ROWS) {
    this.requests = new LogQueue('request_logs', REQUEST_LOG_COLUMNS, maxWaitingRows);
    this.attempts = new LogQueue('attempt_logs', ATTEMPT_LOG_COLUMNS, maxWaitingRows);
  }

  /** Rows lost since the start, because the queue was full or the database refused them. */
  get droppedRows(): number {
    return this.requests.dropped + this.attempts.dropped;
  }

  get waitingRows(): number {
    return this.requests.size + this.attempts.size;
  }

  requestFinished(event: RequestFinished): void {
    this.requests.push(() => toRequestLogRow(event));
  }

  attemptSettled(event: AttemptSettled): void {
    if (event.attempt === 1 && event.outcome.kind === 'ok') return;
    this.attempts.push(() => toAttemptLogRow(event));
  }
}
