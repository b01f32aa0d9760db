import type { Clock } from '../../../core/clock';
import type { Hold } from '../../../core/keypool/hold';
import { KeyStateFollower, type KeyStateStore } from './key-state-follower';

/** Wakes its sleeper when the test says so, and tells how long it wanted to sleep. */
class SteppedClock implements Clock {
  readonly naps: number[] = [];
  private wake: () => void = () => undefined;

  nowMs(): number {
    return 0;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    this.naps.push(ms);
    return new Promise((resolve) => {
      this.wake = () => {
        signal?.removeEventListener('abort', this.wake);
        resolve();
      };
      signal?.addEventListener('abort', this.wake);
    });
  }

  /** Lets the follower do one round, until it sleeps again. */
  async round(): Promise<void> {
    const napsBefore = this.naps.length;
    this.wake();
    while (this.naps.length === napsBefore) await new Promise(setImmediate);
  }
}

class FakeStore implements KeyStateStore {
  isAway = false;
  readonly writes: string[] = [];

  async storeHolds(changes: Parameters<KeyStateStore['storeHolds']>[0]): Promise<void> {
    this.write(`holds ${changes.map(({ subject }) => subject.id).join()}`);
  }

  async storeFields(changes: Parameters<KeyStateStore['storeFields']>[0]): Promise<void> {
    this.write(`fields ${JSON.stringify(Object.fromEntries(changes))}`);
  }

  private write(what: string): void {
    if (this.isAway) throw new Error('the database is away');
    this.writes.push(what);
  }
}

const aHold = (id: number): Hold => ({
  subject: { kind: 'key', id },
  scope: '*',
  sinceMs: 0,
  untilMs: 9,
  reason: 'rate_limited',
  strikes: 1,
});

function aFollower(): {
  follower: KeyStateFollower;
  clock: SteppedClock;
  store: FakeStore;
  warnings: string[];
} {
  const [clock, store, warnings] = [new SteppedClock(), new FakeStore(), [] as string[]];
  const follower = new KeyStateFollower(store, clock, (message) => warnings.push(message));
  follower.start();
  return { follower, clock, store, warnings };
}

it('stores what a pool tells within half a second, together', async () => {
  const { follower, clock, store } = aFollower();
  const listener = follower.listenerOf('gemini');
  listener.held(aHold(1));
  listener.held(aHold(2));
  listener.failuresChanged(1, 2);
  listener.projectLearnt(1, 'p');
  await clock.round();
  expect(clock.naps[0]).toBeLessThanOrEqual(500);
  expect(store.writes).toEqual(['holds 1,2', 'fields {"1":{"failures":2,"project":"p"}}']);
  await clock.round();
  expect(store.writes).toHaveLength(2);
  await follower.stop();
});

it('stores rarely when keys were used, and can tell it meanwhile', async () => {
  const { follower, clock, store } = aFollower();
  follower.noteUse(1, 5);
  follower.noteUse(1, 6);
  await clock.round();
  expect(store.writes).toEqual([]);
  expect(follower.unstored(1)).toEqual({ lastUsedAtMs: 6 });
  for (let round = 2; round <= 20; round++) await clock.round();
  expect(store.writes).toEqual(['fields {"1":{"lastUsedAtMs":6}}']);
  await follower.stop();
});

it('keeps changes while the database is away, tells it once, and stores the latest when it is back', async () => {
  const { follower, clock, store, warnings } = aFollower();
  store.isAway = true;
  follower.listenerOf('gemini').failuresChanged(1, 1);
  await clock.round();
  follower.listenerOf('gemini').failuresChanged(1, 2);
  await clock.round();
  await clock.round();
  expect(warnings).toEqual([expect.stringContaining('the database is away')]);
  expect(clock.naps.slice(1)).toEqual([1_000, 2_000, 4_000]);
  store.isAway = false;
  await clock.round();
  expect(store.writes).toEqual(['fields {"1":{"failures":2}}']);
  expect(warnings).toHaveLength(2);
  expect(clock.naps.at(-1)).toBe(500);
  await follower.stop();
});

it('stores what is left when it stops', async () => {
  const { follower, store } = aFollower();
  follower.listenerOf('gemini').held(aHold(1));
  follower.noteUse(1, 5);
  await follower.stop();
  expect(store.writes).toEqual(['holds 1', 'fields {"1":{"lastUsedAtMs":5}}']);
});

it('stops also while the database is away', async () => {
  const { follower, store, warnings } = aFollower();
  store.isAway = true;
  follower.listenerOf('gemini').held(aHold(1));
  await follower.stop();
  expect(warnings).toEqual([expect.stringContaining('could not be stored')]);
});
