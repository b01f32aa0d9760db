import type { Clock } from '../../core/clock';
import type {
  AttemptSettled,
  GatewayObserver,
  RequestFinished,
  TokenUsage,
} from '../../core/gateway/observing/gateway-observer';
import { hasSucceeded, isRefusedAtTheDoor } from '../../core/gateway/observing/request-success';
import { latencyBound, type Measure } from './latency-histogram';
import { ModelLabels, OTHER_MODEL } from './model-labels';
import { PendingSums } from './pending-sums';
import { RecentCalls } from './recent-calls';
import { CALLS, KEY_ERRORS, LATENCY, MODEL_USAGE, USAGE } from './rollup-tables';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** About 30 MB. Reached only while the database is away. */
const MAX_PENDING_SUBJECTS = 100_000;
/** Stands for no key, since ids start at 1. */
const NO_KEY = 0;
/** Stands for no token; 0 is the admin token. */
const NO_TOKEN = -1;

/** Where the sums stand in their row. */
const SUCCESSES = 0;
const FAILURES = 1;
const FAILED_ATTEMPTS = 2;
const FIRST_TOKENS = 3;

/**
 * Counts calls and usage by minute. A call counts in the minute in which it ended. Never drops a count: when there are too
 * many subjects, the rest is counted without them.
 */
export class UsageCounter implements GatewayObserver {
  readonly calls = new PendingSums(CALLS);
  readonly usage = new PendingSums(USAGE);
  readonly latency = new PendingSums(LATENCY);
  readonly keyErrors = new PendingSums(KEY_ERRORS);
  readonly modelUsage = new PendingSums(MODEL_USAGE);
  readonly recent = new RecentCalls();
  /** All that waits to be stored. */
  readonly pending = [this.calls, this.usage, this.modelUsage, this.latency, this.keyErrors] as const;
  readonly #models = new ModelLabels();

  constructor(
    private readonly clock: Pick<Clock, 'nowMs'>,
    private readonly maxSubjects = MAX_PENDING_SUBJECTS,
  ) {}

  requestFinished(event: RequestFinished): void {
    if (isRefusedAtTheDoor(event)) return;
    const nowMs = this.clock.nowMs();
    const minuteMs = toMinute(nowMs);
    const isSuccess = hasSucceeded(event);
    const end = isSuccess ? SUCCESSES : FAILURES;
    this.recent.add(nowMs, isSuccess);
    const model = this.#models.labelOf(event.model, isSuccess);
    const tokenId = event.tokenId ?? NO_TOKEN;
    this.#measure(minuteMs, model, 'total', event.latencyMs);
    if (event.ttftMs !== undefined) this.#measure(minuteMs, model, 'ttft', event.ttftMs);
    const calls = this.calls.at([minuteMs]);
    const ofModel = this.#modelSumsOf(toHour(nowMs), model, tokenId);
    const sums = this.#sumsOf(minuteMs, event.keyId ?? NO_KEY, model, tokenId);
    calls[end]! += 1;
    ofModel[end]! += 1;
    sums[end]! += 1;
    if (!event.usage) return;
    addTokens(calls, FIRST_TOKENS - 1, event.usage);
    addTokens(ofModel, FIRST_TOKENS - 1, event.usage);
    addTokens(sums, FIRST_TOKENS, event.usage);
  }

  /**
   * Attempts know their key but not their token; those that succeed are known by their request. What the gateway sends by
   * itself, such as checks of keys, tells what a key fails with, and is no use of it.
   */
  attemptSettled({ keyId, model, outcome, origin }: AttemptSettled): void {
    if (!('error' in outcome)) return;
    const nowMs = this.clock.nowMs();
    if (origin !== undefined) {
      const label = this.#models.labelOf(model, false);
      this.#sumsOf(toMinute(nowMs), keyId, label, NO_TOKEN)[FAILED_ATTEMPTS]! += 1;
    }
    const status = outcome.kind === 'network_failed' ? 0 : outcome.error.status;
    const subject = [toHour(nowMs), keyId, status];
    if (this.keyErrors.size < this.maxSubjects || this.keyErrors.has(subject))
      this.keyErrors.at(subject)[0]! += 1;
  }

  #measure(minuteMs: number, model: string, measure: Measure, durationMs: number): void {
    this.latency.at([minuteMs, model, measure, latencyBound(durationMs)])[0]! += 1;
  }

  #modelSumsOf(hourMs: number, model: string, tokenId: number): number[] {
    const subject = [hourMs, model, tokenId];
    const isFull = this.modelUsage.size >= this.maxSubjects && !this.modelUsage.has(subject);
    return this.modelUsage.at(isFull ? [hourMs, OTHER_MODEL, NO_TOKEN] : subject);
  }

  #sumsOf(minuteMs: number, keyId: number, model: string, tokenId: number): number[] {
    const subject = [minuteMs, keyId, model, tokenId];
    const isFull = this.usage.size >= this.maxSubjects && !this.usage.has(subject);
    return this.usage.at(isFull ? [minuteMs, NO_KEY, OTHER_MODEL, NO_TOKEN] : subject);
  }
}

function toMinute(timeMs: number): number {
  return timeMs - (timeMs % MINUTE_MS);
}

function toHour(timeMs: number): number {
  return timeMs - (timeMs % HOUR_MS);
}

function addTokens(sums: number[], first: number, usage: TokenUsage): void {
  sums[first]! += usage.inputTokens;
  sums[first + 1]! += usage.cachedTokens;
  sums[first + 2]! += usage.outputTokens;
  sums[first + 3]! += usage.thinkingTokens;
}
