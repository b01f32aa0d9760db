import type {
  AttemptSettled,
  GatewayObserver,
  RequestFinished,
} from '../../../core/gateway/observing/gateway-observer';
import { ATTEMPT_LOG_COLUMNS, toAttemptLogRow } from './attempt-log-row';
import { ERROR_BODY_COLUMNS, hasDetails, toErrorBodyRow } from './error-body-row';
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
  readonly bodies: LogQueue;

  /** @param maxWaitingRows of each table. */
  constructor(
    private readonly isRequestBodyKept: () => boolean = () => false,
    maxWaitingRows = MAX_WAITING_ROWS,
  ) {
    this.requests = new LogQueue('request_logs', REQUEST_LOG_COLUMNS, maxWaitingRows);
    this.attempts = new LogQueue('attempt_logs', ATTEMPT_LOG_COLUMNS, maxWaitingRows);
    this.bodies = new LogQueue('error_bodies', ERROR_BODY_COLUMNS, maxWaitingRows);
  }

  /** Rows lost since the start, because the queue was full or the database refused them. */
  get droppedRows(): number {
    return this.requests.dropped + this.attempts.dropped + this.bodies.dropped;
  }

  get waitingRows(): number {
    return this.requests.size + this.attempts.size + this.bodies.size;
  }

  requestFinished(event: RequestFinished): void {
    this.requests.push(() => toRequestLogRow(event));
  }

  attemptSettled(event: AttemptSettled): void {
    if (event.attempt === 1 && event.outcome.kind === 'ok') return;
    this.attempts.push(() => toAttemptLogRow(event));
    const error = 'error' in event.outcome ? event.outcome.error : undefined;
    if (error === undefined) return;
    const isRequestKept = this.isRequestBodyKept();
    if (isRequestKept || hasDetails(error))
      this.bodies.push(() => toErrorBodyRow(event, error, isRequestKept));
  }
}
