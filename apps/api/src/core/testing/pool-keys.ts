import { DEFAULT_HOLD_POLICY, type HoldPolicy } from '../keypool/hold-policy';
import { isLease, KeyPool, type Lease, type PoolKey } from '../keypool/key-pool';
import type { Hold, HoldSubject, KeyId } from '../keypool/hold';
import type { KeyPoolListener } from '../keypool/key-pool-listener';
import { Secret } from '../secret';
import { FakeClock } from './fake-clock';

export function aKey(id: KeyId, changes: Partial<PoolKey> = {}): PoolKey {
  const secret = new Secret(`secret-of-key-${id}`);
  return { id, secret, fingerprint: id.toString(16), weight: 1, isEnabled: true, failures: 0, ...changes };
}

/** A hold of a minute on the subject, for everything. */
export function aHold(subject: HoldSubject, nowMs: number, changes: Partial<Hold> = {}): Hold {
  return {
    subject,
    scope: '*',
    sinceMs: nowMs,
    untilMs: nowMs + 60_000,
    reason: 'rate_limited',
    strikes: 1,
    ...changes,
  };
}

/** What the pool told its listener, in order. */
class Told implements KeyPoolListener {
  readonly events: unknown[][] = [];

  held({ subject, scope, reason }: Hold): void {
    this.events.push(['held', subject.kind, subject.id, scope, reason]);
  }

  released(subject: HoldSubject, scope: string | undefined): void {
    this.events.push(['released', subject.kind, subject.id, scope]);
  }

  failuresChanged(id: KeyId, failures: number): void {
    this.events.push(['failures', id, failures]);
  }

  projectLearnt(id: KeyId, project: string): void {
    this.events.push(['project', id, project]);
  }

  /** The events since the last call. */
  news(): unknown[][] {
    return this.events.splice(0);
  }
}

/** A pool of so many keys, numbered from 1, or of the keys given. */
export function aPoolOf(keys: number | readonly PoolKey[], policy: Partial<HoldPolicy> = {}) {
  const clock = new FakeClock();
  const told = new Told();
  const pool = new KeyPool(
    clock,
    () => 0.5,
    () => ({ ...DEFAULT_HOLD_POLICY, ...policy }),
    told,
  );
  pool.load(
    typeof keys === 'number' ? Array.from({ length: keys }, (_, index) => aKey(index + 1)) : keys,
    [],
  );
  /** The id of the key that is lent next, or why there is none; the lease stays open. */
  const next = (scope = 'pro', tried?: ReadonlySet<KeyId>) => {
    const answer = pool.acquire(scope, tried);
    return isLease(answer) ? answer.keyId : answer.reason;
  };
  const nextOf = (count: number, scope = 'pro') => Array.from({ length: count }, () => next(scope));
  const lend = (scope = 'pro', id?: KeyId): Lease => {
    const answer = id === undefined ? pool.acquire(scope) : pool.acquireById(id, scope);
    if (!isLease(answer)) throw new Error(`No key: ${answer.reason}`);
    return answer;
  };
  return { pool, clock, told, next, nextOf, lend };
}
