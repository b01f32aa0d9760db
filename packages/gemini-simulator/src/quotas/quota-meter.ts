import type { SimulatorClock } from '../time/clock';
import { pacificDay } from './pacific-day';
import type { Quota, Quotas } from './quota';
import type { SpentQuota } from './quota-refusal';

const MINUTE_MS = 60_000;
// Upstream's RetryInfo speaks of seconds even when the day's allowance is gone.
const MISLEADING_DAILY_RETRY_MS = 41_065;

interface Counter {
  minute: { startMs: number; requests: number; inputTokens: number };
  day: { date: string; requests: number };
}

/** Counts what each project used of each model. All keys of a project share its counters. */
export class QuotaMeter {
  readonly #limits = new Map<string, Quotas>();
  readonly #counters = new Map<string, Counter>();
  readonly #clock: SimulatorClock;

  constructor(clock: SimulatorClock) {
    this.#clock = clock;
  }

  /** Sets the limits of the models that `quotas` names; others keep theirs. */
  limit(project: string, quotas: Quotas): void {
    this.#limits.set(project, { ...this.#limits.get(project), ...quotas });
  }

  /** Counts one call, or counts nothing and says which quotas it would break. */
  spend(project: string, model: string, inputTokens: number): readonly SpentQuota[] {
    const limits = this.#limits.get(project);
    const quota = limits?.[model] ?? limits?.['*'];
    if (!quota) return [];
    const counter = this.#counter(`${project} ${model}`);
    const broken = brokenBy(quota, counter, inputTokens, this.#clock.nowMs());
    if (broken.length > 0) return broken;
    counter.minute.requests += 1;
    counter.minute.inputTokens += inputTokens;
    counter.day.requests += 1;
    return [];
  }

  #counter(id: string): Counter {
    const nowMs = this.#clock.nowMs();
    const counter = this.#counters.get(id) ?? {
      minute: freshMinute(nowMs),
      day: { date: pacificDay(nowMs), requests: 0 },
    };
    const ageMs = nowMs - counter.minute.startMs;
    if (ageMs >= MINUTE_MS || ageMs < 0) counter.minute = freshMinute(nowMs);
    if (counter.day.date !== pacificDay(nowMs)) counter.day = { date: pacificDay(nowMs), requests: 0 };
    this.#counters.set(id, counter);
    return counter;
  }
}

function freshMinute(startMs: number): Counter['minute'] {
  return { startMs, requests: 0, inputTokens: 0 };
}

function brokenBy(quota: Quota, counter: Counter, inputTokens: number, nowMs: number): SpentQuota[] {
  const broken: SpentQuota[] = [];
  const minuteLeftMs = counter.minute.startMs + MINUTE_MS - nowMs;
  if (quota.rpm !== undefined && counter.minute.requests >= quota.rpm) {
    broken.push({ window: 'requests_per_minute', limit: quota.rpm, retryInMs: minuteLeftMs });
  }
  if (quota.rpd !== undefined && counter.day.requests >= quota.rpd) {
    broken.push({ window: 'requests_per_day', limit: quota.rpd, retryInMs: MISLEADING_DAILY_RETRY_MS });
  }
  if (quota.tpm !== undefined && counter.minute.inputTokens + inputTokens > quota.tpm) {
    broken.push({ window: 'input_tokens_per_minute', limit: quota.tpm, retryInMs: minuteLeftMs });
  }
  return broken;
}
