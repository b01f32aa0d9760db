import { Agent } from 'undici';
import type { Dispatcher } from 'undici';
import type { Clock } from '../clock';
import { connectorThrough } from './egress-connector';
import { parseEgressProxy } from './egress-proxy';
import { hash32, preference } from './rendezvous';

export interface EgressSettings {
  /** URLs that `parseEgressProxy` accepts; the snapshot replaces the whole array when one changes. */
  readonly proxies: readonly string[];
  /** Whether a key keeps its proxy; otherwise requests go round. */
  readonly fixedPerKey: boolean;
  /** From the start of the connection to the end of the TLS handshake, for each step of a proxied one. */
  readonly connectTimeoutMs: number;
}

/** A way out: a pool of connections, and the proxy it leads through. */
export interface Egress {
  readonly dispatcher: Dispatcher;
  /** Undefined for a direct connection. */
  readonly egressId: string | undefined;
}

interface ProxiedEgress extends Egress {
  readonly egressId: string;
  readonly hash: number;
}

// Shorter than the idle time of Google's front ends, so that a kept connection is seldom a dead one.
const KEEP_ALIVE_MS = 30_000;

/** Every way out of the gateway: direct, or one for each configured proxy. Follows the settings as they change. */
export class EgressDispatchers {
  #direct: Egress | undefined;
  #proxied: readonly ProxiedEgress[] = [];
  #byUrl = new Map<string, ProxiedEgress>();
  #seen: readonly string[] = [];
  #connectTimeoutMs: number | undefined;
  #turn = 0;
  readonly #restingUntilMs = new Map<string, number>();

  constructor(
    private readonly settings: () => EgressSettings,
    private readonly clock: Clock,
  ) {}

  /**
   * The way out for the key with this fingerprint.
   * @throws InvalidEgressProxyError when the settings hold what `parseEgressProxy` refuses: going out
   *   directly instead would show an address that the operator wanted hidden.
   */
  for(fingerprint: string): Egress {
    const settings = this.settings();
    this.#follow(settings);
    if (this.#proxied.length === 0) return this.#direct!;
    return settings.fixedPerKey ? this.#preferred(hash32(fingerprint)) : this.#next();
  }

  /** Leaves a proxy out until then; its keys go to the proxy each of them likes second best. */
  rest(egressId: string, untilMs: number): void {
    this.#restingUntilMs.set(egressId, untilMs);
  }

  /** Resolves when every flight has ended and every connection is closed. */
  async close(): Promise<void> {
    const all = [...this.#byUrl.values(), ...(this.#direct ? [this.#direct] : [])];
    await Promise.all(all.map(({ dispatcher }) => dispatcher.close()));
  }

  #preferred(subject: number): ProxiedEgress {
    let best: ProxiedEgress | undefined;
    let bestReady: ProxiedEgress | undefined;
    let bestPreference = -1;
    let bestReadyPreference = -1;
    for (const egress of this.#proxied) {
      const likes = preference(subject, egress.hash);
      if (likes > bestPreference) [best, bestPreference] = [egress, likes];
      if (likes > bestReadyPreference && !this.#isResting(egress))
        [bestReady, bestReadyPreference] = [egress, likes];
    }
    return bestReady ?? best!;
  }

  #next(): ProxiedEgress {
    const count = this.#proxied.length;
    const start = this.#turn;
    this.#turn = (start + 1) % count;
    for (let step = 0; step < count; step += 1) {
      const egress = this.#proxied[(start + step) % count]!;
      if (!this.#isResting(egress)) return egress;
    }
    return this.#proxied[start % count]!;
  }

  #isResting({ egressId }: ProxiedEgress): boolean {
    const untilMs = this.#restingUntilMs.get(egressId);
    if (untilMs === undefined) return false;
    if (untilMs > this.clock.nowMs()) return true;
    this.#restingUntilMs.delete(egressId);
    return false;
  }

  #follow({ proxies, connectTimeoutMs }: EgressSettings): void {
    if (proxies === this.#seen && connectTimeoutMs === this.#connectTimeoutMs) return;
    const isSameTimeout = connectTimeoutMs === this.#connectTimeoutMs;
    const kept = isSameTimeout ? this.#byUrl : new Map<string, ProxiedEgress>();
    const next = new Map<string, ProxiedEgress>();
    for (const text of proxies) {
      const proxy = parseEgressProxy(text);
      if (next.has(proxy.url)) continue;
      const dispatcher = () => openAgent(connectorThrough(proxy, connectTimeoutMs));
      next.set(
        proxy.url,
        kept.get(proxy.url) ?? {
          dispatcher: dispatcher(),
          egressId: proxy.egressId,
          hash: hash32(proxy.url),
        },
      );
    }
    const replaced: Egress[] = [...this.#byUrl.values()].filter((egress) => !isIn(next, egress));
    if (!isSameTimeout || !this.#direct) {
      if (this.#direct) replaced.push(this.#direct);
      this.#direct = {
        dispatcher: openAgent(connectorThrough(undefined, connectTimeoutMs)),
        egressId: undefined,
      };
    }
    // Closing waits for the flights that are still under way.
    for (const { dispatcher } of replaced) void dispatcher.close();
    this.#byUrl = next;
    this.#proxied = [...next.values()];
    this.#seen = proxies;
    this.#connectTimeoutMs = connectTimeoutMs;
    this.#turn = 0;
  }
}

function openAgent(connect: ReturnType<typeof connectorThrough>): Agent {
  return new Agent({ connect, keepAliveTimeout: KEEP_ALIVE_MS });
}

function isIn(egresses: Map<string, ProxiedEgress>, wanted: Egress): boolean {
  for (const egress of egresses.values()) if (egress === wanted) return true;
  return false;
}
