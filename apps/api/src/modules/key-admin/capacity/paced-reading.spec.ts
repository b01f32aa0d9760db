import { FakeClock } from '../../../core/testing/fake-clock';
import { PacedReading } from './paced-reading';

interface Open {
  resolve(result: number): void;
  reject(failure: Error): void;
}

function aReading() {
  const clock = new FakeClock();
  const open: Open[] = [];
  const reading = new PacedReading(
    clock,
    () => new Promise<number>((resolve, reject) => open.push({ resolve, reject })),
  );
  /** Reads once, which takes so long. */
  const take = async (tookMs: number) => {
    const result = reading.current();
    clock.advance(tookMs);
    open.at(-1)!.resolve(open.length);
    return result;
  };
  return { clock, reading, open, take };
}

it('reads anew each time while that takes no time', async () => {
  const { take } = aReading();
  expect([await take(0), await take(0)]).toEqual([1, 2]);
});

it.each([
  ['ten times as long', 100, 1_000],
  ['fifteen seconds at most', 4_000, 15_000],
])('keeps what took long for %s', async (_, tookMs, keptMs) => {
  const { clock, reading, open, take } = aReading();
  expect(await take(tookMs)).toBe(1);
  clock.advance(keptMs - 1);
  expect(await reading.current()).toBe(1);
  clock.advance(1);
  void reading.current();
  expect(open).toHaveLength(2);
});

it('reads once for all who ask meanwhile', async () => {
  const { clock, reading, open } = aReading();
  const answers = [reading.current(), reading.current()];
  clock.advance(60_000);
  answers.push(reading.current());
  open[0]!.resolve(7);
  expect([open.length, await Promise.all(answers)]).toEqual([1, [7, 7, 7]]);
});

it('keeps no failure', async () => {
  const { clock, reading, open, take } = aReading();
  const failed = reading.current();
  clock.advance(100);
  open[0]!.reject(new Error('away'));
  await expect(failed).rejects.toThrow('away');
  expect(await take(0)).toBe(2);
});
