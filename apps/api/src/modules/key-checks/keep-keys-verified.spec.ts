import type { KeyPool } from '../../core/keypool/key-pool';
import { isLease } from '../../core/keypool/key-pool';
import type { Outcome } from '../../core/outcome';
import { afterAMassFailure } from '../../core/testing/mass-failure';
import { anOutcome } from '../../core/testing/outcomes';
import { KeepKeysVerified } from './keep-keys-verified';

const OK: Outcome = { kind: 'ok' };

/** Keys of which ten have just died, and a probe that answers by `verdict`. */
function aKeeper(count: number, verdict: (id: number) => Outcome, size = 5) {
  const { clock, pool, prove } = afterAMassFailure(count);
  const probed: number[] = [];
  const probe = {
    probe: async (_: KeyPool, id: number) => {
      probed.push(id);
      prove(id, verdict(id));
      return verdict(id);
    },
  };
  const stock = { isEnabled: true, size, least: 2 };
  const told: string[] = [];
  const keeper = new KeepKeysVerified(
    () => [pool],
    probe,
    clock,
    () => stock,
    (message) => told.push(message),
  );
  const next = () => {
    const answer = pool.acquire('pro');
    return isLease(answer) ? answer.keyId : answer.reason;
  };
  return { pool, clock, keeper, probed, next, stock, told };
}

it('finds good keys at once, many at a time, and then fewer', async () => {
  const { keeper, probed, next } = aKeeper(60, (id) => (id % 3 === 0 ? OK : anOutcome('invalid_key')));
  expect(next()).toBe('being_verified');
  await keeper.round();
  expect(probed).toHaveLength(10);
  expect([12, 15, 18]).toContain(next());
  await keeper.round();
  expect(probed).toHaveLength(13);
});

it('lends every key again once all are known, or enough are good one after another', async () => {
  const few = aKeeper(25, (id) => (id === 20 ? OK : anOutcome('invalid_key')));
  for (let round = 0; few.pool.isCautious && round < 20; round++) await few.keeper.round();
  expect(few.pool.totals()).toMatchObject({ ready: 1, invalid: 24 });
  expect(few.pool.isCautious).toBe(false);
  expect(few.told).toHaveLength(2);

  const many = aKeeper(500, () => OK, 50);
  for (let round = 0; many.pool.isCautious && round < 100; round++) await many.keeper.round();
  expect(many.pool.isCautious).toBe(false);
  expect(many.probed.length).toBeLessThan(60);
});

it('pauses while upstream cannot be asked', async () => {
  const lost: Outcome = {
    ...anOutcome('network_failed'),
    kind: 'network_failed',
    failure: 'refused',
  } as Outcome;
  const { keeper, clock, probed } = aKeeper(40, () => lost);
  const round = keeper.round();
  await new Promise(setImmediate);
  const count = probed.length;
  clock.advance(2_000);
  await round;
  expect([count, probed.length]).toEqual([10, 10]);
});

it('lends every key again when the operator switches verification off', async () => {
  const { keeper, stock, pool, probed } = aKeeper(40, () => OK);
  stock.isEnabled = false;
  await keeper.round();
  expect([pool.isCautious, probed]).toEqual([false, []]);
});

it('does nothing without a mass failure', async () => {
  const { keeper, pool, probed } = aKeeper(40, () => OK);
  pool.endCaution();
  await keeper.round();
  expect(probed).toEqual([]);
});
