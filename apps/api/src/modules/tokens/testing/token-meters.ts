import type { Clock } from '../../../core/clock';
import type { TokenLimits } from '../limits/token-limits';
import { TokenMeters } from '../limits/token-meters';

const DAY_MS = 86_400_000;

export const UNLIMITED: TokenLimits = {
  requestsPerMinute: null,
  requestsPerDay: null,
  tokensPerMinute: null,
  tokensPerDay: null,
};

/** Times of days that begin at midnight UTC. */
export function utcDays(clock: Pick<Clock, 'nowMs'>) {
  return {
    nowMs: () => clock.nowMs(),
    dayStartMs: (nowMs: number) => nowMs - (nowMs % DAY_MS),
    dayEndMs: (nowMs: number) => nowMs - (nowMs % DAY_MS) + DAY_MS,
  };
}

export function someMeters(clock: Pick<Clock, 'nowMs'>): TokenMeters {
  return new TokenMeters(utcDays(clock));
}
