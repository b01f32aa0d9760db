import { startSimulator } from '@gemini-balance/gemini-simulator';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { makeOldDatabase } from '../../src/takeover/testing/make-old-database';
import { KEY_1, OLD_ROWS } from '../../src/takeover/testing/old-rows';
import { discard, newDataDir, startGateway } from '../support/processes/gateway-process';

const COMMAND = join(__dirname, '../../dist/take-over.js');

let oldFolder: string;
let dataDir: string;

beforeAll(async () => {
  oldFolder = mkdtempSync(join(tmpdir(), 'gemini-balance-old-'));
  dataDir = newDataDir();
  mkdirSync(join(oldFolder, 'data'));
  writeFileSync(join(oldFolder, '.env'), 'DATABASE_TYPE=sqlite\nSQLITE_DATABASE=default_db\nMAX_RETRIES=6\n');
  const database = join(oldFolder, 'data', 'default_db');
  const source = await new DataSource({ type: 'sqlite', database }).initialize();
  await makeOldDatabase(source, OLD_ROWS);
  await source.destroy();
});
afterAll(() => rmSync(oldFolder, { recursive: true, force: true }));

/** Runs the command, which exits with 0 where nothing else is said. */
function takeOver(...args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH ?? '', DATA_DIR: dataDir };
    execFile(process.execPath, [COMMAND, ...args], { cwd: oldFolder, env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }),
    );
  });
}

it('shows what it would do, does it, and has nothing left to do then', async () => {
  const shown = await takeOver(oldFolder);
  expect(shown.output).toContain('Gemini keys: 2 to add');
  expect(shown.output).toContain('Nothing was changed');

  const done = await takeOver(oldFolder, '--yes', '--logs', '--time-zone', 'Asia/Shanghai');
  expect(done).toMatchObject({
    code: 0,
    output: expect.stringContaining('1 errors and 2 requests were added'),
  });

  const again = await takeOver(oldFolder, '--yes', '--logs');
  expect(again.output).toContain('Gemini keys: 0 to add, 2 known already');
  expect(again.output).toContain('0 errors and 0 requests were added');
  for (const { output } of [shown, done, again]) {
    expect(output).not.toContain(KEY_1);
    expect(output).not.toContain('sk-team-one');
  }
});

it('leaves an installation behind that serves the old clients with the old keys', async () => {
  const simulator = await startSimulator({ keys: 'any' });
  const gateway = await startGateway(
    { BASE_URL: `${simulator.url}/v1beta`, ALLOWED_TOKENS: '', AUTH_TOKEN: '' },
    dataDir,
  );
  try {
    const answer = await fetch(`${gateway.url}/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk-team-two', 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'gemini-3.8-flash', messages: [{ role: 'user', content: 'Hi' }] }),
    });
    expect(answer.status).toBe(200);
    const settings = await fetch(`${gateway.url}/api/settings`, {
      headers: { authorization: 'Bearer sk-admin-of-old' },
    });
    expect(await settings.text()).toContain('"MAX_FAILURES"');
    expect(gateway.output()).not.toMatch(/shown only now|first start/i);
  } finally {
    await discard(gateway);
    await simulator.close();
  }
});

it.each([
  [[], 'Usage: npm run take-over'],
  [['/nowhere/at/all'], 'cannot be read'],
  [['.', '--time-zone', 'Moon/Base'], 'no time zone'],
  [['.', '--what'], 'Usage: npm run take-over'],
])('says what is wrong with %j', async (args, message) => {
  const { code, output } = await takeOver(...args);
  expect(code).toBe(1);
  expect(output).toContain(message);
  expect(output).not.toMatch(/\n\s+at /);
});
