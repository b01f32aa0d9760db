import type { ScheduleDto } from '@gemini-balance/shared';
import type { ScheduleSentence } from '../../core/sentence';
import { FakeClock } from '../../core/testing/fake-clock';
import { type OpenTestDatabase, openTestDatabase } from '../../database/testing/open-test-database';
import { testDatabases } from '../../database/testing/test-databases';
import type { Schedule, ScheduledTask } from '../../scheduling/scheduled-task';
import { JobLocks } from '../jobs/locks/job-locks';
import { LockedWork } from '../jobs/locks/locked-work';
import { ScheduleRunRepository } from './schedule-run.repository';
import { Schedules } from './schedules';

const HOUR_MS = 3_600_000;
const SWEPT: ScheduleSentence = { code: 'jobs_forgotten', values: { count: 3 }, message: 'Swept.' };

class TestTask implements ScheduledTask {
  readonly name = 'sweep';
  readonly summary = 'Sweeps the floor';
  when: Schedule | undefined = { everyMs: HOUR_MS };
  runs = 0;
  body: (signal: AbortSignal) => Promise<ScheduleSentence> = async () => SWEPT;

  schedule(): Schedule | undefined {
    return this.when;
  }

  run(signal: AbortSignal): Promise<ScheduleSentence> {
    this.runs++;
    return this.body(signal);
  }
}

describe.each(testDatabases())('$name', (database) => {
  let opened: OpenTestDatabase;
  let clock: FakeClock;
  let task: TestTask;
  let schedules: Schedules;
  let logged: unknown[];
  beforeEach(async () => {
    opened = await openTestDatabase(database);
    clock = new FakeClock();
    task = new TestTask();
    logged = [];
    schedules = aProcess('here');
  });
  afterEach(async () => {
    await schedules.stop();
    await opened.close();
  });

  function aProcess(name: string): Schedules {
    const { dataSource, gate } = opened;
    const locked = new LockedWork(new JobLocks(dataSource, gate, clock, name), clock);
    const runs = new ScheduleRunRepository(dataSource, gate);
    const log = { ended: () => undefined, failed: (_: string, failure: unknown) => logged.push(failure) };
    return new Schedules(
      () => [task],
      runs,
      locked,
      clock,
      () => 'Asia/Shanghai',
      log,
    );
  }

  const shown = async (): Promise<ScheduleDto> => (await schedules.list())[0]!;
  const round = (...processes: Schedules[]) => Promise.all(processes.map((process) => process.runDue()));

  it('runs a task a pause after it became known, and again a pause after it started', async () => {
    await round(schedules);
    expect(await shown()).toEqual({
      name: 'sweep',
      summary: 'Sweeps the floor',
      everyMs: HOUR_MS,
      isRunning: false,
      nextAtMs: clock.nowMs() + HOUR_MS,
    });
    clock.advance(HOUR_MS - 1);
    await round(schedules);
    expect(task.runs).toBe(0);
    clock.advance(1);
    await round(schedules);
    expect(await shown()).toMatchObject({
      lastStartedAtMs: clock.nowMs(),
      lastEndedAtMs: clock.nowMs(),
      hasFailed: false,
      lastResult: 'Swept.',
      lastResultCode: 'jobs_forgotten',
      lastResultValues: { count: 3 },
      nextAtMs: clock.nowMs() + HOUR_MS,
    });
    await round(schedules);
    expect(task.runs).toBe(1);
  });

  it('does once what was missed while no process ran', async () => {
    await round(schedules);
    clock.advance(50 * HOUR_MS);
    const next = aProcess('next');
    await round(next);
    await round(next);
    expect(task.runs).toBe(1);
  });

  it('runs in one process of several', async () => {
    await round(schedules);
    clock.advance(HOUR_MS);
    await round(schedules, aProcess('there'), aProcess('elsewhere'));
    expect(task.runs).toBe(1);
  });

  it('leaves a task alone that the settings switch off, and still runs it when asked to', async () => {
    task.when = undefined;
    clock.advance(99 * HOUR_MS);
    await round(schedules);
    expect((await shown()).nextAtMs).toBeUndefined();
    expect(await schedules.runNow('sweep')).toMatchObject({ isRunning: false, lastResult: 'Swept.' });
    expect(task.runs).toBe(1);
  });

  it('shows why a run failed, and tries again at the next time', async () => {
    task.body = async () => {
      throw new Error('The broom broke.');
    };
    expect(await schedules.runNow('sweep')).toMatchObject({
      hasFailed: true,
      lastResult: 'The broom broke.',
    });
    expect(logged).toHaveLength(1);
    expect(await shown()).not.toHaveProperty('lastResultCode');
    task.body = async () => SWEPT;
    clock.advance(HOUR_MS);
    await round(schedules);
    expect(await shown()).toMatchObject({ hasFailed: false, lastResult: 'Swept.' });
  });

  it('refuses to run a task that is running, and stops it with the process', async () => {
    let isBegun: () => void;
    const begun = new Promise<void>((resolve) => (isBegun = resolve));
    task.body = (signal) => {
      isBegun();
      return new Promise((resolve) =>
        signal.addEventListener('abort', () => resolve({ ...SWEPT, message: 'Stopped.' })),
      );
    };
    const running = schedules.runNow('sweep');
    await begun;
    expect(await shown()).toMatchObject({ isRunning: true });
    await expect(aProcess('there').runNow('sweep')).rejects.toMatchObject({ status: 409 });
    await expect(schedules.runNow('mop')).rejects.toMatchObject({ status: 404 });
    await schedules.stop();
    expect(await running).toMatchObject({ lastResult: 'Stopped.' });
  });
});
