import { Cancellation } from '../../cancellation';
import type { Lease } from '../../keypool/key-pool';
import { afterAMassFailure } from '../../testing/mass-failure';
import { RecordingSink } from '../../testing/recording-sink';
import { aCall } from '../../testing/upstream-exchange';
import type { AttemptSender } from '../attempts/attempt-sender';
import { Dispatcher } from './dispatcher';

const settled = () => new Promise(setImmediate);

/** Twelve keys of which ten have just died, and a dispatcher whose attempts succeed. */
function aCautiousDispatcher() {
  const { clock, pool, prove } = afterAMassFailure(12);
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
  return { clock, prove, asked, dispatch, cancellation };
}

it('waits for a key to be verified, and asks no other', async () => {
  const { clock, prove, asked, dispatch } = aCautiousDispatcher();
  const dispatching = dispatch();
  for (let look = 0; look < 10; look++) {
    clock.advance(25);
    await settled();
  }
  expect(asked).toEqual([]);
  prove(12, { kind: 'ok' });
  clock.advance(25);
  expect((await dispatching).fault).toBeUndefined();
  expect(asked).toEqual([12]);
});

it('says when to come back where none is verified within half a minute', async () => {
  const { clock, asked, dispatch } = aCautiousDispatcher();
  const dispatching = dispatch();
  await settled();
  clock.advance(30_000);
  const { fault } = await dispatching;
  expect([fault?.status, fault?.retryAfterMs, asked]).toEqual([503, 2_000, []]);
});

it('waits no longer than its client', async () => {
  const { asked, dispatch, cancellation } = aCautiousDispatcher();
  const dispatching = dispatch();
  await settled();
  cancellation.cancel();
  expect((await dispatching).attempts).toBe(0);
  expect(asked).toEqual([]);
});
