import { FakeClock } from '../../core/testing/fake-clock';
import { DatabaseProbe } from './database-probe';

/** A database that answers as it is told, or not at all. */
function aProbe() {
  const clock = new FakeClock();
  const questions: { answer(): void; fail(): void }[] = [];
  const probe = new DatabaseProbe(
    clock,
    () =>
      new Promise<void>((resolve, reject) =>
        questions.push({ answer: resolve, fail: () => reject(new Error('away')) }),
      ),
  );
  return { clock, probe, questions };
}

it('tells that the database answers', async () => {
  const { probe, questions } = aProbe();
  const asked = probe.answers();
  questions[0]!.answer();
  expect(await asked).toBe(true);
});

it('tells that the database is away', async () => {
  const { probe, questions } = aProbe();
  const asked = probe.answers();
  questions[0]!.fail();
  expect(await asked).toBe(false);
});

it('waits two seconds for an answer, and no longer', async () => {
  const { clock, probe } = aProbe();
  const asked = probe.answers();
  clock.advance(2_000);
  expect(await asked).toBe(false);
});

it('asks once for any number of askers within a second', async () => {
  const { clock, probe, questions } = aProbe();
  const asked = [probe.answers(), probe.answers()];
  questions[0]!.answer();
  expect(await Promise.all(asked)).toEqual([true, true]);
  clock.advance(999);
  expect(await probe.answers()).toBe(true);
  expect(questions).toHaveLength(1);
});

it('asks again after a second', async () => {
  const { clock, probe, questions } = aProbe();
  const first = probe.answers();
  questions[0]!.answer();
  await first;
  clock.advance(1_000);
  const second = probe.answers();
  questions[1]!.fail();
  expect(await second).toBe(false);
});
