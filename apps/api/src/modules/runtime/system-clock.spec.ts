import { systemClock } from './system-clock';

it('tells milliseconds since the epoch', () => {
  expect(Math.abs(systemClock.nowMs() - new Date().getTime())).toBeLessThan(1_000);
});

it('wakes a sleeper when its time is over', async () => {
  await systemClock.sleep(1);
});

it('wakes a sleeper at once when the signal aborts', async () => {
  const controller = new AbortController();
  const sleeping = systemClock.sleep(3_600_000, controller.signal);
  controller.abort();
  await sleeping;
});

it('does not sleep at all on a signal that has aborted', async () => {
  await systemClock.sleep(3_600_000, AbortSignal.abort());
});
