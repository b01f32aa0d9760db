import type { Clock } from './clock';
import { Repeater } from './repeater';

/** A clock whose sleepers the test wakes. */
function aManualClock() {
  const sleepers: (() => void)[] = [];
  const clock: Clock = {
    nowMs: () => 0,
    sleep: (_ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        sleepers.push(resolve);
        signal?.addEventListener('abort', () => resolve());
      }),
  };
  const wake = async () => {
    sleepers.shift()?.();
    await new Promise(setImmediate);
  };
  return { clock, sleepers, wake };
}

it('runs the job after each pause', async () => {
  const { clock, wake } = aManualClock();
  let runs = 0;
  const repeater = new Repeater(clock, 500, async () => void (runs += 1));
  repeater.start();
  expect(runs).toBe(0);
  await wake();
  await wake();
  expect(runs).toBe(2);
  await repeater.stop();
});

it('does not run it twice at once', async () => {
  const { clock, sleepers, wake } = aManualClock();
  let finish = (): void => undefined;
  const repeater = new Repeater(clock, 500, () => new Promise((resolve) => (finish = resolve)));
  repeater.start();
  await wake();
  expect(sleepers).toHaveLength(0);
  finish();
  await new Promise(setImmediate);
  expect(sleepers).toHaveLength(1);
  await repeater.stop();
});

it('waits for the job that runs when it is stopped, and starts no other', async () => {
  const { clock, wake } = aManualClock();
  const steps: string[] = [];
  let finish = (): void => undefined;
  const repeater = new Repeater(clock, 500, async () => {
    await new Promise<void>((resolve) => (finish = resolve));
    steps.push('job ended');
  });
  repeater.start();
  await wake();
  const stopped = repeater.stop().then(() => steps.push('stopped'));
  finish();
  await stopped;
  expect(steps).toEqual(['job ended', 'stopped']);
});
