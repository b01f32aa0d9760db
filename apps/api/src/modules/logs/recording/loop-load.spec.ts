import { setTimeout as pause } from 'node:timers/promises';
import { LoopLoad } from './loop-load';

it('tells a process without time to spare from one that waits', async () => {
  const load = new LoopLoad();
  await pause(20);
  expect(load.isSaturated()).toBe(false);
  await busy();
  expect(load.isSaturated()).toBe(true);
  await pause(20);
  expect(load.isSaturated()).toBe(false);
});

/** Turn after turn of the event loop with something to do in each. */
async function busy(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    const untilMs = performance.now() + 5;
    while (performance.now() < untilMs);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
