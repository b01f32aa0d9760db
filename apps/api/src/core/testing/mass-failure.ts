import type { KeyId } from '../keypool/hold';
import { DEFAULT_HOLD_POLICY } from '../keypool/hold-policy';
import { KeyPool } from '../keypool/key-pool';
import type { Outcome } from '../outcome';
import { FakeClock } from './fake-clock';
import { anOutcome } from './outcomes';
import { aKey } from './pool-keys';

/** A pool of so many keys of which the first ten have just died, and what proves something of a key. */
export function afterAMassFailure(count: number) {
  const clock = new FakeClock();
  const pool = new KeyPool(
    clock,
    () => 0.5,
    () => DEFAULT_HOLD_POLICY,
    undefined,
    () => ({ isEnabled: true, proofMs: 3_600_000 }),
  );
  pool.load(
    Array.from({ length: count }, (_, n) => aKey(n + 1)),
    [],
  );
  const prove = (id: KeyId, outcome: Outcome): void => {
    clock.advance(1);
    pool.acquireForProbe(id, 'countTokens')!.settle(outcome);
  };
  for (let id = 1; id <= 10; id += 1) prove(id, anOutcome('invalid_key'));
  return { clock, pool, prove };
}
