import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RotatingFile } from './rotating-file';

let directory: string;
let failures: unknown[];
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'gb-logs-'));
  failures = [];
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function aFile(size = '10M'): RotatingFile {
  const onFailure = (failure: unknown): void => void failures.push(failure);
  return new RotatingFile({ directory, name: 'app.log', size, kept: 2, onFailure });
}

it('writes lines to the file, and goes on in it after a restart', async () => {
  for (const line of ['one\n', 'two\n']) {
    const file = aFile();
    file.write(line);
    await file.close();
  }
  expect(readFileSync(join(directory, 'app.log'), 'utf8')).toBe('one\ntwo\n');
  expect(failures).toEqual([]);
});

it('begins anew when it has grown, and keeps so many earlier ones', async () => {
  const file = aFile('1K');
  for (let n = 1; n <= 40; n++) {
    file.write(`${n} ${'x'.repeat(300)}\n`);
    await file.flush();
  }
  await file.close();
  expect(readdirSync(directory).sort()).toEqual(['app.log', 'app.log.1', 'app.log.2']);
  expect(readFileSync(join(directory, 'app.log'), 'utf8').length).toBeLessThanOrEqual(1500);
});

it('hands out the newest lines, also of the file before', async () => {
  const file = aFile();
  writeFileSync(join(directory, 'app.log.1'), 'a\nb\nc\n');
  for (const line of ['d', 'e — 旧'.padEnd(70_000, '.'), 'f']) file.write(`${line}\n`);
  expect(await file.newest(1)).toEqual(['f']);
  expect((await file.newest(4)).map((line) => line.slice(0, 5))).toEqual(['c', 'd', 'e — 旧', 'f']);
  await file.close();
});

it('has no line where there is no file', async () => {
  expect(await aFile().newest(5)).toEqual([]);
});

it('tells of a disk that takes nothing, and never throws', async () => {
  const file = aFile();
  rmSync(directory, { recursive: true });
  writeFileSync(directory, 'a file stands where the directory should be');
  file.write('lost\n');
  await file.flush();
  await file.close();
  expect(failures.length).toBeGreaterThan(0);
});
