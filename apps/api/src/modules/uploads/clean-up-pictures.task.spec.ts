import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FakeClock } from '../../core/testing/fake-clock';
import { CleanUpPictures } from './clean-up-pictures.task';

const NAME = '0123456789abcdef01234567.png';
const SIGNAL = new AbortController().signal;

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'pictures-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const keep = (name: string): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), 'x');
};
const isKept = (name: string): boolean => existsSync(join(folder, name));
const cleanUp = (days: number, nowMs = Date.UTC(2026, 10, 21, 12)) =>
  new CleanUpPictures(
    new FakeClock(nowMs),
    () => folder,
    () => days,
  );

it('deletes pictures of days that ended long enough ago, and their folders', async () => {
  for (const day of ['2025/12/31', '2026/11/18', '2026/11/19', '2026/11/21']) keep(`${day}/${NAME}`);
  expect(await cleanUp(2).run(SIGNAL)).toMatchObject({ code: 'pictures_deleted', values: { count: 2 } });
  expect(readdirSync(folder)).toEqual(['2026']);
  expect(readdirSync(join(folder, '2026/11')).sort()).toEqual(['19', '21']);
});

it('keeps a picture for the whole time, to the last moment of its day', async () => {
  keep(`2026/11/19/${NAME}`);
  const endMs = Date.UTC(2026, 10, 20) + 2 * 86_400_000;
  await cleanUp(2, endMs - 1).run(SIGNAL);
  expect(isKept(`2026/11/19/${NAME}`)).toBe(true);
  await cleanUp(2, endMs).run(SIGNAL);
  expect(isKept(`2026/11/19/${NAME}`)).toBe(false);
});

it('leaves everything that is no picture of its own', async () => {
  const others = ['notes.txt', '2020/01/01/mine.png', '2020/old/x.png', 'holiday/2020/01/01/a.png'];
  others.forEach(keep);
  keep(`2020/01/01/${NAME}`);
  expect(await cleanUp(1).run(SIGNAL)).toMatchObject({ code: 'pictures_deleted', values: { count: 1 } });
  expect(others.filter(isKept)).toEqual(others);
});

it('deletes nothing while pictures are kept for good, not even when it is told to run', async () => {
  keep(`2020/01/01/${NAME}`);
  const task = cleanUp(0);
  expect(task.schedule()).toBeUndefined();
  expect(await task.run(SIGNAL)).toMatchObject({ code: 'pictures_kept' });
  expect(isKept(`2020/01/01/${NAME}`)).toBe(true);
  expect(cleanUp(30).schedule()).toEqual({ dailyAt: '03:50' });
});

it('has nothing to do where no picture was ever made', async () => {
  rmSync(folder, { recursive: true });
  expect(await cleanUp(1).run(SIGNAL)).toMatchObject({ code: 'pictures_deleted', values: { count: 0 } });
  mkdirSync(folder);
});
