import { Agent } from 'undici';
import type { buildConnector, Dispatcher } from 'undici';
import type { Clock } from '../../clock';
import { connectorThrough } from './egress-connector';
import type { EgressProxy } from './egress-proxy';
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

/** The same way, for connections that are opened one by one. */
export interface EgressConnector extends Pick<Egress, 'egressId'> {
  readonly connect: buildConnector.connector;
}

interface OpenEgress extends Egress, EgressConnector {
  readonly hash: number;
  readonly connectTimeoutMs: number;
}

const DIRECT = '';
// Shorter than the idle time of Google's front ends, so that a kept connection is seldom a dead one.
const KEEP_ALIVE_MS = 30_000;

/** Every way out of the gateway: direct, or one for each configured proxy. Follows the settings as they change. */
export class EgressDispatchers {
  #byUrl = new Map<string, OpenEgress>();
  /** Never empty once the settings were read. */
  #ways: readonly OpenEgress[] = [];
  #seen: EgressSettings | undefined;
  #turn = 0;
  readonly #closing = new Set<Promise<void>>();
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
    return this.#wayFor(fingerprint);
  }

  /** The same for what is no HTTP. @throws InvalidEgressProxyError */
  connectorFor(fingerprint: string): EgressConnector {
    return this.#wayFor(fingerprint);
  }

  #wayFor(fingerprint: string): OpenEgress {
    const settings = this.settings();
    this.#follow(settings);
    if (this.#ways.length === 1) return this.#ways[0]!;
    return settings.fixedPerKey ? this.#preferred(hash32(fingerprint)) : this.#next();
  }

  /** Leaves a proxy out until then; its keys go to the proxy each of them likes second best. */
  rest(egressId: string, untilMs: number): void {
    this.#restingUntilMs.set(egressId, untilMs);
  }

  /** Until when the proxy is left out; undefined where it is in use. */
  restsUntilMs(egressId: string): number | undefined {
    const untilMs = this.#restingUntilMs.get(egressId) ?? 0;
    return untilMs > this.clock.nowMs() ? untilMs : undefined;
  }

  /** The proxy that a key goes through while none rests; undefined for a direct connection, and where keys have none. */
  homeOf(fingerprint: string): string | undefined {
    const settings = this.settings();
    this.#follow(settings);
    if (this.#ways.length > 1 && !settings.fixedPerKey) return undefined;
    return this.#liked(hash32(fingerprint), this.#ways).egressId;
  }

  /** Resolves when every flight has ended and every connection is closed. */
  async close(): Promise<void> {
    for (const egress of this.#byUrl.values()) this.#closeAfterFlights(egress);
    await Promise.all(this.#closing);
  }

  #preferred(subject: number): OpenEgress {
    if (this.#restingUntilMs.size === 0) return this.#liked(subject, this.#ways);
    const ready = this.#ways.filter((egress) => !this.#isResting(egress));
    return this.#liked(subject, ready.length === 0 ? this.#ways : ready);
  }

  #liked(subject: number, ways: readonly OpenEgress[]): OpenEgress {
    let best = ways[0]!;
    let bestLiked = -1;
    for (const egress of ways) {
      const liked = preference(subject, egress.hash);
      if (liked > bestLiked) [best, bestLiked] = [egress, liked];
    }
    return best;
  }

  #next(): OpenEgress {
    const count = this.#ways.length;
    const start = this.#turn % count;
    this.#turn = start + 1;
    for (let step = 0; step < count; step += 1) {
      const egress = this.#ways[(start + step) % count]!;
      if (!this.#isResting(egress)) return egress;
    }
    return this.#ways[start]!;
  }

  #isResting({ egressId = DIRECT }: OpenEgress): boolean {
    const untilMs = this.#restingUntilMs.get(egressId);
    if (untilMs === undefined) return false;
    if (untilMs > this.clock.nowMs()) return true;
    this.#restingUntilMs.delete(egressId);
    return false;
  }

  #follow(settings: EgressSettings): void {
    const { proxies, connectTimeoutMs } = settings;
    if (proxies === this.#seen?.proxies && connectTimeoutMs === this.#seen.connectTimeoutMs) return;
    const next = new Map<string, OpenEgress>();
    for (const proxy of proxies.length === 0 ? [undefined] : proxies.map(parseEgressProxy)) {
      const url = proxy?.url ?? DIRECT;
      const kept = this.#byUrl.get(url);
      const isKept = kept?.connectTimeoutMs === connectTimeoutMs;
      if (!next.has(url)) next.set(url, isKept ? kept : openEgress(proxy, connectTimeoutMs));
    }
    for (const [url, egress] of this.#byUrl) if (next.get(url) !== egress) this.#closeAfterFlights(egress);
    this.#byUrl = next;
    this.#ways = [...next.values()];
    this.#seen = { ...settings };
  }

  #closeAfterFlights({ dispatcher }: OpenEgress): void {
    const closed: Promise<void> = dispatcher.close().finally(() => this.#closing.delete(closed));
    this.#closing.add(closed);
  }
}

function openEgress(proxy: EgressProxy | undefined, connectTimeoutMs: number): OpenEgress {
  const connect = connectorThrough(proxy, connectTimeoutMs);
  return {
    dispatcher: new Agent({ connect, keepAliveTimeout: KEEP_ALIVE_MS }),
    connect,
    egressId: proxy?.egressId,
    hash: hash32(proxy?.url ?? DIRECT),
    connectTimeoutMs,
  };
}
