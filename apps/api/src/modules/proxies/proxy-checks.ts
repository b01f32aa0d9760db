import type { ProxyCheckDto } from '@gemini-balance/shared';
import type { Clock } from '../../core/clock';
import type { KeyPool } from '../../core/keypool/key-pool';
import type { EgressCheck } from '../../core/upstream/egress/check-egress';
import { type EgressProxy, parseEgressProxy } from '../../core/upstream/egress/egress-proxy';

/** How long a check will do for those who do not insist. */
const FRESH_MS = 10_000;
/** Longer than the time between two checks, so that no client's request tries a dead proxy before a check does. */
export const REST_MS = 150_000;
const REMEMBERED = 1_000;

/** Tells what checks of egress proxies found, and lets the proxies that calls go through rest, or serve again. */
export class ProxyChecks {
  readonly #last = new Map<string, ProxyCheckDto>();

  constructor(
    private readonly check: (proxy: EgressProxy) => Promise<EgressCheck>,
    /** URLs of the proxies that calls go through. */
    private readonly configured: () => readonly string[],
    private readonly pools: () => readonly KeyPool[],
    private readonly clock: Pick<Clock, 'nowMs'>,
  ) {}

  /** What the last check found, by the id of the proxy; undefined where there was none. */
  last(egressId: string): ProxyCheckDto | undefined {
    return this.#last.get(egressId);
  }

  /** The configured proxies, each once. */
  proxies(): EgressProxy[] {
    const parsed = this.configured().map(parseEgressProxy);
    return [...new Map(parsed.map((proxy) => [proxy.egressId, proxy])).values()];
  }

  async run(proxy: EgressProxy, useCache: boolean): Promise<ProxyCheckDto> {
    const { egressId } = proxy;
    const known = this.#last.get(egressId);
    if (useCache && known && this.clock.nowMs() - known.checkedAtMs < FRESH_MS) return known;
    const found = await this.check(proxy);
    const checkedAtMs = this.clock.nowMs();
    const result: ProxyCheckDto = { proxy: egressId, ...found, checkedAtMs };
    this.#last.delete(egressId);
    this.#last.set(egressId, result);
    if (this.#last.size > REMEMBERED) this.#last.delete(this.#last.keys().next().value as string);
    if (this.proxies().some((one) => one.egressId === egressId)) this.#judge(egressId, found, checkedAtMs);
    return result;
  }

  #judge(id: string, { isAvailable }: EgressCheck, nowMs: number): void {
    const subject = { kind: 'egress', id } as const;
    const [pool] = this.pools();
    if (isAvailable) for (const pool of this.pools()) pool.lift(subject);
    else
      pool?.rest({
        subject,
        scope: '*',
        sinceMs: nowMs,
        untilMs: nowMs + REST_MS,
        reason: 'network_failed',
        strikes: 1,
      });
  }
}
