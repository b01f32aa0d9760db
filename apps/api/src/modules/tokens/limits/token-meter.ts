import type {
  ClientMeter,
  LimitStanding,
  MeterStanding,
  OverLimit,
} from '../../../http/identity/client-identity';
import { noUse, type TokenLimits, type TokenUse } from './token-limits';

export const MINUTE_MS = 60_000;

/** Where the meter gets its time. */
export interface MeterTime {
  nowMs(): number;
  /** The midnight that ends the calendar day of a time. */
  dayEndMs(nowMs: number): number;
}

interface Period {
  endsAtMs: number;
  own: TokenUse;
  /** By other processes, and by this one before its start; as it was last read. */
  others: TokenUse;
}

/**
 * What one token uses in its current minute and day, in this process and, a few seconds late, in others. A minute begins
 * with the first request after the one before has ended; a day at midnight. The tokens of a request are known when it
 * has ended, so that those under way together may go over.
 */
export class TokenMeter implements ClientMeter {
  readonly #minute = aPeriod();
  readonly #day = aPeriod();
  /** Not stored yet. */
  #unstored = noUse();

  constructor(
    public limits: TokenLimits,
    private readonly time: MeterTime,
  ) {}

  admit(): OverLimit | undefined {
    const nowMs = this.#turn();
    const over = this.#over();
    if (over === undefined) this.#use({ requests: 1, tokens: 0 }, nowMs);
    return over;
  }

  /** Counts the tokens of a request that has ended. */
  addTokens(tokens: number): void {
    this.#use({ requests: 0, tokens }, this.#turn());
  }

  standing(): MeterStanding {
    const nowMs = this.#turn();
    const { requestsPerMinute, requestsPerDay, tokensPerMinute, tokensPerDay } = this.limits;
    const minuteEndMs = this.#minute.endsAtMs || nowMs + MINUTE_MS;
    const dayEndMs = this.#day.endsAtMs;
    return {
      requests: tighter(
        standingOf(requestsPerMinute, usedIn(this.#minute, 'requests'), minuteEndMs),
        standingOf(requestsPerDay, usedIn(this.#day, 'requests'), dayEndMs),
      ),
      tokens: tighter(
        standingOf(tokensPerMinute, usedIn(this.#minute, 'tokens'), minuteEndMs),
        standingOf(tokensPerDay, usedIn(this.#day, 'tokens'), dayEndMs),
      ),
    };
  }

  /** What was used in the current minute and day. */
  used(): { readonly minute: TokenUse; readonly day: TokenUse } {
    this.#turn();
    const both = (period: Period): TokenUse => ({
      requests: usedIn(period, 'requests'),
      tokens: usedIn(period, 'tokens'),
    });
    return { minute: both(this.#minute), day: both(this.#day) };
  }

  /** Takes out what was used since this was last asked. */
  takeUnstored(): TokenUse {
    const use = this.#unstored;
    this.#unstored = noUse();
    return use;
  }

  putBack({ requests, tokens }: TokenUse): void {
    this.#unstored.requests += requests;
    this.#unstored.tokens += tokens;
  }

  /** What everybody else used in the last minute and in this day, as the database tells. */
  noteOthers(minute: TokenUse, day: TokenUse): void {
    const nowMs = this.#turn();
    this.#minute.others = minute;
    this.#day.others = day;
    if (minute.requests + minute.tokens > 0) this.#openMinute(nowMs);
  }

  /** Begins a new minute and a new day where the last one has ended. */
  #turn(): number {
    const nowMs = this.time.nowMs();
    if (this.#minute.endsAtMs !== 0 && nowMs >= this.#minute.endsAtMs) empty(this.#minute, 0);
    if (nowMs >= this.#day.endsAtMs) empty(this.#day, this.time.dayEndMs(nowMs));
    return nowMs;
  }

  #over(): OverLimit | undefined {
    const { requestsPerMinute, requestsPerDay, tokensPerMinute, tokensPerDay } = this.limits;
    return (
      overLimit(requestsPerDay, this.#day, 'requests', 'day') ??
      overLimit(tokensPerDay, this.#day, 'tokens', 'day') ??
      overLimit(requestsPerMinute, this.#minute, 'requests', 'minute') ??
      overLimit(tokensPerMinute, this.#minute, 'tokens', 'minute')
    );
  }

  #openMinute(nowMs: number): void {
    if (this.#minute.endsAtMs === 0) this.#minute.endsAtMs = nowMs + MINUTE_MS;
  }

  #use(use: TokenUse, nowMs: number): void {
    this.#openMinute(nowMs);
    for (const sum of [this.#minute.own, this.#day.own, this.#unstored]) {
      sum.requests += use.requests;
      sum.tokens += use.tokens;
    }
  }
}

function aPeriod(): Period {
  return { endsAtMs: 0, own: noUse(), others: noUse() };
}

function empty(period: Period, endsAtMs: number): void {
  period.endsAtMs = endsAtMs;
  period.own = noUse();
  period.others = noUse();
}

function usedIn({ own, others }: Period, unit: keyof TokenUse): number {
  return own[unit] + others[unit];
}

function overLimit(
  limit: number | null,
  period: Period,
  unit: OverLimit['unit'],
  per: OverLimit['per'],
): OverLimit | undefined {
  if (limit === null || usedIn(period, unit) < limit) return undefined;
  return { unit, per, limit, retryAtMs: period.endsAtMs };
}

function standingOf(limit: number | null, used: number, resetsAtMs: number): LimitStanding | undefined {
  return limit === null ? undefined : { limit, remaining: Math.max(0, limit - used), resetsAtMs };
}

function tighter(
  minute: LimitStanding | undefined,
  day: LimitStanding | undefined,
): LimitStanding | undefined {
  if (minute === undefined || day === undefined) return minute ?? day;
  return day.remaining < minute.remaining ? day : minute;
}
