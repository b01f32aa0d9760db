import { Cancellation } from '../../cancellation';
import { DEFAULT_HOLD_POLICY } from '../../keypool/hold-policy';
import { KeyPool, type Lease } from '../../keypool/key-pool';
import { FakeClock } from '../../testing/fake-clock';
import { anOutcome } from '../../testing/outcomes';
import { aKey } from '../../testing/pool-keys';
import { RecordingSink } from '../../testing/recording-sink';
import { aCall } from '../../testing/upstream-exchange';
import type { AttemptSender } from '../attempts/attempt-sender';
import { Dispatcher } from './dispatcher';

const settled = () => new Promise(setImmediate);

/** A pool of twelve keys of which ten have just died, and a dispatcher whose attempts succeed. */
function afterAMassFailure() {
  const clock = new FakeClock();
  const pool = new KeyPool(
    clock,
    () => 0.5,
    () => DEFAULT_HOLD_POLICY,
    undefined,
    () => ({ isEnabled: true, proofMs: 3_600_000 }),
  );
  pool.load(
    Array.from({ length: 12 }, (_, n) => aKey(n + 1)),
    [],
  );
  const probe = (id: number, kind: 'ok' | 'invalid_key') => {
    clock.advance(1);
    pool.acquireForProbe(id, 'countTokens')!.settle(kind === 'ok' ? { kind } : anOutcome(kind));
  };
  for (let id = 1; id <= 10; id++) probe(id, 'invalid_key');
  const asked: number[] = [];
  const sender = {
    send: async (_: unknown, lease: Lease) => {
      asked.push(lease.keyId);
      lease.settle({ kind: 'ok' });
      return { outcome: { kind: 'ok' }, isOpen: true, isBetweenEvents: true, usage: undefined };
    },
  };
  const dispatcher = new Dispatcher(sender as unknown as AttemptSender, {
    clock,
    random: () => 0.5,
    policy: () => ({ maxRetries: 0 }),
  });
  const cancellation = new Cancellation();
  const dispatch = () =>
    dispatcher.dispatch({
      requestId: 'req_1',
      call: aCall(),
      model: 'pro',
      sink: new RecordingSink(),
      cancellation,
      isModelListed: true,
      startedAtMs: clock.nowMs(),
      pool,
    });
  return { clock, probe, asked, dispatch, cancellation };
}

it('waits for a key to be verified, and asks no other', async () => {
  const { clock, probe, asked, dispatch } = afterAMassFailure();
  const dispatching = dispatch();
  for (let look = 0; look < 10; look++) {
    clock.advance(25);
    await settled();
  }
  expect(asked).toEqual([]);
  probe(12, 'ok');
  clock.advance(25);
  expect((await dispatching).fault).toBeUndefined();
  expect(asked).toEqual([12]);
});

it('says when to come back where none is verified within half a minute', async () => {
  const { clock, asked, dispatch } = afterAMassFailure();
  const dispatching = dispatch();
  await settled();
  clock.advance(30_000);
  const { fault } = await dispatching;
  expect([fault?.status, fault?.retryAfterMs, asked]).toEqual([503, 2_000, []]);
});

it('waits no longer than its client', async () => {
  const { asked, dispatch, cancellation } = afterAMassFailure();
  const dispatching = dispatch();
  await settled();
  cancellation.cancel();
  expect((await dispatching).attempts).toBe(0);
  expect(asked).toEqual([]);
});
