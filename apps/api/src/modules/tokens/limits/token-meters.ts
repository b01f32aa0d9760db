import type { RequestFinished } from '../../../core/gateway/observing/gateway-observer';
import { hasLimit, type TokenLimits } from './token-limits';
import { type MeterTime, TokenMeter } from './token-meter';

/** The meters of all tokens that have limits. They outlive a change of the limits. */
export class TokenMeters {
  readonly #meters = new Map<number, TokenMeter>();

  constructor(private readonly time: MeterTime) {}

  /** The meter of a token, with these limits from now on; undefined where it has none. */
  of(tokenId: number, limits: TokenLimits): TokenMeter | undefined {
    if (!hasLimit(limits)) {
      this.#meters.delete(tokenId);
      return undefined;
    }
    const known = this.#meters.get(tokenId);
    if (known) known.limits = limits;
    const meter = known ?? new TokenMeter(limits, this.time);
    this.#meters.set(tokenId, meter);
    return meter;
  }

  get(tokenId: number): TokenMeter | undefined {
    return this.#meters.get(tokenId);
  }

  all(): ReadonlyMap<number, TokenMeter> {
    return this.#meters;
  }

  requestFinished({ tokenId, usage }: RequestFinished): void {
    if (this.#meters.size === 0 || tokenId === undefined || usage === undefined) return;
    this.#meters.get(tokenId)?.addTokens(usage.inputTokens + usage.outputTokens + usage.thinkingTokens);
  }
}
