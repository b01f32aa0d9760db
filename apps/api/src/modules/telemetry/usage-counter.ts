import type { AttemptSettled, GatewayObserver, RequestFinished } from '../../core/gateway/gateway-observer';
import type { Clock } from '../../core/clock';
import type { RowValue } from '../../database/insert-values';
import { latencyBucket } from './latency-histogram';
import { ModelLabels, OTHER_MODEL } from './model-labels';
import { PendingSums } from './pending-sums';
import { RecentCalls } from './recent-calls';
import { hasSucceeded } from './request-success';
import { SUM_AT, USAGE_SUMS } from './usage-columns';

const MINUTE_MS = 60_000;
/** About 50 MB. Reached only while the database is away. */
const MAX_PENDING_SUBJECTS = 100_000;
/** Stands for no key, since ids start at 1. */
const NO_KEY = 0;
/** Stands for no token; 0 is the admin token. */
const NO_TOKEN = -1;

/**
 * Counts calls and usage by minute. A call counts in the minute in which it ended. Never drops a count: when there are too
 * many subjects, the rest is counted without them.
 */
export class UsageCounter implements GatewayObserver {
  /** By minute, key, model and token. */
  readonly usage = new PendingSums(USAGE_SUMS.length);
  /** By minute: successes and failures of client requests. */
  readonly calls = new PendingSums(2);
  readonly recent = new RecentCalls();
  readonly #models = new ModelLabels();

  constructor(
    private readonly clock: Clock,
    private readonly maxSubjects = MAX_PENDING_SUBJECTS,
  ) {}

  requestFinished(event: RequestFinished): void {
    const nowMs = this.clock.nowMs();
    const minuteMs = toMinute(nowMs);
    const isSuccess = hasSucceeded(event);
    const outcomeAt = isSuccess ? SUM_AT.successes : SUM_AT.failures;
    this.recent.add(nowMs, isSuccess);
    this.calls.at([minuteMs])[outcomeAt]! += 1;
    const model = this.#models.labelOf(event.model, isSuccess);
    const sums = this.#sumsOf(minuteMs, event.keyId ?? NO_KEY, model, event.tokenId ?? NO_TOKEN);
    sums[outcomeAt]! += 1;
    sums[SUM_AT.latency0 + latencyBucket(event.latencyMs)]! += 1;
    if (event.ttftMs !== undefined) sums[SUM_AT.ttft0 + latencyBucket(event.ttftMs)]! += 1;
    if (!event.usage) return;
    sums[SUM_AT.inputTokens]! += event.usage.inputTokens;
    sums[SUM_AT.cachedTokens]! += event.usage.cachedTokens;
    sums[SUM_AT.outputTokens]! += event.usage.outputTokens;
    sums[SUM_AT.thinkingTokens]! += event.usage.thinkingTokens;
  }

  /** Attempts know their key but not their token. */
  attemptSettled({ keyId, model, outcome }: AttemptSettled): void {
    const label = this.#models.labelOf(model, outcome.kind === 'ok');
    const sums = this.#sumsOf(toMinute(this.clock.nowMs()), keyId, label, NO_TOKEN);
    sums[SUM_AT.attempts]! += 1;
    if ('error' in outcome) sums[SUM_AT.failedAttempts]! += 1;
  }

  #sumsOf(minuteMs: number, keyId: number, model: string, tokenId: number): number[] {
    const subject: RowValue[] = [minuteMs, keyId, model, tokenId];
    const isFull = this.usage.size >= this.maxSubjects && !this.usage.has(subject);
    return this.usage.at(isFull ? [minuteMs, NO_KEY, OTHER_MODEL, NO_TOKEN] : subject);
  }
}

function toMinute(timeMs: number): number {
  return timeMs - (timeMs % MINUTE_MS);
}
