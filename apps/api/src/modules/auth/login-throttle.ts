import type { Clock } from '../../core/clock';
import { LockedOutError } from '../../http/admin/admin-errors';
import { toNetwork } from './network-of';

/** Wrong tokens that cost nothing: people mistype. */
const FREE_FAILURES = 2;
const FIRST_LOCK_MS = 1_000;
const LONGEST_LOCK_MS = 15 * 60_000;
/** Failures are forgotten after an hour without one. */
const MEMORY_MS = 3_600_000;
const MAX_NETWORKS = 10_000;

interface Record {
  failures: number;
  lockedUntilMs: number;
  lastFailureMs: number;
}

/**
 * Makes guessing slow: after two wrong tokens an address is locked out for 1 s, after each further one for twice as long, up
 * to 15 minutes. While it is locked out, the right token is refused too, else the answer would tell that it is right. In
 * memory, so a restart forgives; people who are signed in already are not affected.
 */
export class LoginThrottle {
  /** In order of the last failure. */
  readonly #records = new Map<string, Record>();

  constructor(private readonly clock: Pick<Clock, 'nowMs'>) {}

  /** @throws LockedOutError with the time that is left, while the address is locked out. */
  check(address: string): void {
    const leftMs = (this.#recordOf(toNetwork(address))?.lockedUntilMs ?? 0) - this.clock.nowMs();
    if (leftMs <= 0) return;
    const seconds = Math.ceil(leftMs / 1000);
    throw new LockedOutError(`Too many wrong tokens. Try again in ${seconds} s.`, { retryAfterMs: leftMs });
  }

  failed(address: string): void {
    const network = toNetwork(address);
    const nowMs = this.clock.nowMs();
    const failures = (this.#recordOf(network)?.failures ?? 0) + 1;
    const lockMs = failures <= FREE_FAILURES ? 0 : FIRST_LOCK_MS * 2 ** (failures - FREE_FAILURES - 1);
    this.#records.delete(network);
    this.#records.set(network, {
      failures,
      lockedUntilMs: nowMs + Math.min(lockMs, LONGEST_LOCK_MS),
      lastFailureMs: nowMs,
    });
    if (this.#records.size > MAX_NETWORKS) this.#records.delete(this.#records.keys().next().value!);
  }

  succeeded(address: string): void {
    this.#records.delete(toNetwork(address));
  }

  #recordOf(network: string): Record | undefined {
    const record = this.#records.get(network);
    return record && this.clock.nowMs() - record.lastFailureMs < MEMORY_MS ? record : undefined;
  }
}
