import { type OpenTestDatabase, openTestDatabase } from '../../database/testing/open-test-database';
import { testDatabases } from '../../database/testing/test-databases';
import { systemClock } from '../runtime/system-clock';
import { ForgetJobs } from './forget-jobs.task';
import { followJob } from './job-stream';
import { TestJobs } from './testing/test-jobs';

describe.each(testDatabases())('$name', (database) => {
  let opened: OpenTestDatabase;
  let here: TestJobs;
  beforeEach(async () => {
    opened = await openTestDatabase(database);
    here = new TestJobs(opened);
  });
  afterEach(async () => {
    here.worker.goOn();
    await here.jobs.stop();
    await opened.close();
  });

  const start = async (count: number, process = here): Promise<string> =>
    (
      await process.jobs.start(
        'things.try',
        Array.from({ length: count }, (_, n) => n + 1),
        { depth: 3 },
      )
    ).id;

  it('works on everything once and groups what came of it', async () => {
    const job = await here.untilOver(await start(5));
    expect(job).toMatchObject({ kind: 'things.try', state: 'done', total: 5, done: 5 });
    expect(job.counts).toEqual([
      { reason: 'bad', count: 3 },
      { reason: 'good', count: 2 },
    ]);
    expect([...here.worker.tried].sort()).toEqual([1, 2, 3, 4, 5]);
    expect(here.worker.params).toEqual({ depth: 3 });
  });

  it('tells of each thing what came of it, page by page', async () => {
    const { id } = await here.untilOver(await start(5));
    expect(await here.stored.items(id, 'bad', 0, 2)).toEqual([
      { id: 1, reason: 'bad', label: 'thing 1' },
      { id: 3, reason: 'bad', label: 'thing 3' },
    ]);
    expect((await here.stored.items(id, 'bad', 3, 2)).map((item) => item.id)).toEqual([5]);
    expect(await here.stored.items(id, undefined, 0, 10)).toHaveLength(5);
  });

  it('is done at once where there is nothing to do', async () => {
    expect(await here.untilOver(await start(0))).toMatchObject({ state: 'done', total: 0 });
  });

  it('stops when it is cancelled, keeps what was done, and goes on with the rest when asked to', async () => {
    here.worker.holdUp();
    const id = await start(9);
    await here.until(id, () => here.worker.tried.length === 4);
    await here.jobs.cancel(id);
    here.worker.goOn();
    expect(await here.untilOver(id)).toMatchObject({ state: 'cancelled', done: 4 });
    await expect(here.jobs.cancel(id)).rejects.toMatchObject({ status: 409 });

    await here.jobs.resume(id);
    expect(await here.untilOver(id)).toMatchObject({ state: 'done', done: 9 });
    expect([...here.worker.tried].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    await expect(here.jobs.resume(id)).rejects.toMatchObject({ status: 409 });
  });

  it('says why it failed', async () => {
    here.worker.fails = true;
    expect(await here.untilOver(await start(3))).toMatchObject({
      state: 'failed',
      message: 'The thing broke.',
    });
  });

  it('goes on in the next process with what is left', async () => {
    here.worker.holdUp();
    const id = await start(6);
    await here.until(id, () => here.worker.tried.length === 4);
    const stopping = here.jobs.stop();
    here.worker.goOn();
    await stopping;
    const next = new TestJobs(opened);
    expect(await next.untilOver(id)).toMatchObject({ state: 'done', done: 6, counts: expect.any(Array) });
    expect([...next.worker.tried].sort()).toEqual([5, 6]);
    await next.jobs.stop();
  });

  it('is worked on by one process of several, and cancelled from another', async () => {
    here.worker.holdUp();
    const id = await start(9);
    await here.until(id, () => here.worker.tried.length === 4);
    const other = new TestJobs(opened);
    await other.jobs.adopt();
    expect(await other.jobs.get(id)).toMatchObject({ state: 'running', total: 9 });
    await other.jobs.cancel(id);
    await here.until(id, () => true);
    await systemClock.sleep(600);
    here.worker.goOn();
    expect(await other.untilOver(id)).toMatchObject({ state: 'cancelled', done: 4 });
    expect(other.worker.tried).toEqual([]);
    await other.jobs.stop();
  });

  it('calls work interrupted that no process can take up', async () => {
    let goOn: () => void = () => undefined;
    const { id } = await here.jobs.startUnique('things.fetch', 2, async (report, signal) => {
      report([{ id: 1, reason: 'fetched' }]);
      await new Promise<void>((resolve) => {
        goOn = resolve;
        signal.addEventListener('abort', () => resolve());
      });
    });
    await here.until(id, (job) => job.done === 1);
    await here.jobs.stop();
    goOn();
    const next = new TestJobs(opened);
    expect(await next.untilOver(id)).toMatchObject({
      state: 'interrupted',
      done: 1,
      message: expect.any(String),
    });
    await next.jobs.stop();
  });

  it('tells followers each change until it is over', async () => {
    here.worker.holdUp();
    const id = await start(4);
    const states: string[] = [];
    for await (const job of followJob(
      () => here.jobs.get(id),
      { sleep: () => here.jobs.adopt() },
      () => true,
    )) {
      states.push(job.state);
      if (job.state === 'running') here.worker.goOn();
    }
    expect([...new Set(states)]).toEqual(['waiting', 'running', 'done']);
  });

  it('forgets jobs that ended a week ago, with their things', async () => {
    const { id, endedAtMs } = await here.untilOver(await start(3));
    const forget = (afterDays: number) =>
      new ForgetJobs(here.stored, { nowMs: () => endedAtMs! + afterDays * 86_400_000 }).run(
        new AbortController().signal,
      );
    expect(await forget(6)).toMatchObject({ code: 'jobs_forgotten', values: { count: 0 } });
    expect(await here.jobs.get(id)).toMatchObject({ state: 'done' });
    expect(await forget(8)).toMatchObject({ code: 'jobs_forgotten', values: { count: 1 } });
    await expect(here.jobs.get(id)).rejects.toMatchObject({ status: 404 });
    expect(await opened.dataSource.query('SELECT * FROM job_items')).toEqual([]);
  });
});
