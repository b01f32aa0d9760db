import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { anHttpServer } from '../../src/core/testing/local-server';
import {
  discard,
  type GatewayEnv,
  type GatewayProcess,
  newDataDir,
  startGateway,
} from '../support/processes/gateway-process';
import { storedRows } from '../support/stored-rows';
import { until } from '../support/until';

const HIDDEN = 'gemini-hidden';
let dataDir: string;
let gateway: GatewayProcess | undefined;

beforeEach(() => {
  dataDir = newDataDir();
  gateway = undefined;
});
afterEach(async () => {
  await discard(gateway);
  rmSync(dataDir, { recursive: true, force: true });
});

const start = async (env: GatewayEnv = {}): Promise<GatewayProcess> =>
  (gateway = await startGateway(env, dataDir));

/** What it printed instead of serving. */
async function refusal(env: GatewayEnv): Promise<string> {
  const error = await start(env).catch((thrown: Error) => thrown);
  if (!(error instanceof Error)) throw new Error('The gateway serves.');
  return error.message.replace('The gateway ended:\n', '').trim();
}

describe('a start that cannot be', () => {
  it('because the port is taken, says so in one sentence', async () => {
    const { port, close } = await anHttpServer((_, response) => response.writeHead(503).end());
    expect(await refusal({ PORT: String(port) })).toMatch(
      new RegExp(`^The gateway cannot listen on 127\\.0\\.0\\.1:${port}: .*PORT\\.$`),
    );
    await close();
  });

  it('because settings are wrong, lists all of them, and no value', async () => {
    const lines = (
      await refusal({ PORT: 'abc', MAX_RETRIES: '-1', PROXIES: 'ftp://user:pass-word@x' })
    ).split('\n');
    expect(lines[0]).toMatch(/settings .* wrong/);
    expect(lines.slice(1).map((line) => line.trim().split(' ', 1)[0])).toEqual(
      expect.arrayContaining(['PORT', 'MAX_RETRIES', 'PROXIES']),
    );
    expect(lines).toHaveLength(4);
    expect(lines.join()).not.toContain('pass-word');
  });

  it('because of several things at once, lists all of them, and what looks wrong beside', async () => {
    writeFileSync(join(dataDir, 'file'), '');
    const lines = (
      await refusal({
        DATA_DIR: join(dataDir, 'file/data'),
        TIME_OUT: 'soon',
        DATABASE_TYPE: 'mysql',
        MYSQL_HOST: '127.0.0.1',
        MYSQL_PORT: '1',
        MYSQL_USER: 'gateway',
        MYSQL_PASSWORD: 'pass-word',
        MYSQL_DATABASE: 'gateway',
        AUTH_TOKEN: 'sk-short',
        MAX_RETRYS: '1',
      })
    ).split('\n');
    expect(lines).toEqual([
      expect.stringMatching(/cannot start/),
      expect.stringMatching(/^ {2}TIME_OUT is not a whole number/),
      expect.stringMatching(/^ {2}DATA_DIR cannot be written to: ENOTDIR/),
      expect.stringMatching(
        /^ {2}DATABASE_TYPE is mysql, .* at 127\.0\.0\.1:1 cannot be opened: .*ECONNREFUSED/,
      ),
      expect.stringMatching(/do not keep it from starting/),
      expect.stringMatching(/^ {2}MAX_RETRYS is no setting; is MAX_RETRIES meant\?/),
      expect.stringMatching(/^ {2}AUTH_TOKEN can be guessed/),
    ]);
    expect(lines.join()).not.toMatch(/pass-word|sk-short/);
  });

  it('because the encryption key is another one, says so in one sentence', async () => {
    await (await start({ ENCRYPTION_KEY: 'the-first-key-0123456789-0123456789' })).stop();
    const text = await refusal({ ENCRYPTION_KEY: 'another-key-0123456789-0123456789' });
    expect(text).toMatch(/^ENCRYPTION_KEY is not the key [^\n]*\.$/);
    expect(text).not.toContain('another-key');
  });

  it('because the database is something else, says so and names the file', async () => {
    writeFileSync(join(dataDir, 'default_db.db'), 'This is not a database. '.repeat(400));
    const text = await refusal({});
    expect(text).toMatch(/default_db\.db/);
    expect(text).not.toMatch(/\n\s+at /);
  });
});

describe('a second gateway on the same data', () => {
  const WARNING = 'Another gateway serves the same SQLite database.';

  it('serves, and says that it is not alone', async () => {
    const first = await start();
    const second = await startGateway({}, dataDir);
    try {
      await until(async () => second.output().includes(WARNING) || undefined);
      expect((await fetch(`${second.url}/health`)).status).toBe(200);
      expect(first.output()).not.toContain(WARNING);
    } finally {
      await second.stop();
    }
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)('is alone once the first one has ended by %s', async (signal) => {
    await (await start()).stop(signal);
    const second = await start();
    await second.stop();
    expect(second.output()).not.toContain(WARNING);
  });
});

describe('a second start on the same data', () => {
  const models = (url: string, token: string, name = ''): Promise<Response> =>
    fetch(`${url}/v1beta/models${name}`, { headers: { 'x-goog-api-key': token } });

  it('keeps the tokens that the first one made, and does not show them again', async () => {
    const none = { ALLOWED_TOKENS: '', AUTH_TOKEN: '' };
    const first = await start(none);
    const [admin, client] = [...first.output().matchAll(/sk-\S+/g)].map(([token]) => token);
    expect(client).toBeDefined();
    const second = await first.restart();
    gateway = second;
    expect(second.output()).not.toContain('sk-');
    expect((await models(second.url, client!)).status).toBe(503);
    expect((await models(second.url, 'sk-other')).status).toBe(401);
    const keys = await fetch(`${second.url}/api/keys`, { headers: { authorization: `Bearer ${admin}` } });
    expect(keys.status).toBe(200);
  });

  it('keeps what an administrator has set', async () => {
    const first = await start({ ALLOWED_TOKENS: 'sk-client-token' });
    await first.stop();
    await storedRows(
      dataDir,
      'INSERT INTO setting_overrides (name, value, isSealed, updatedAtMs) VALUES (?, ?, 0, 1)',
      ['FILTERED_MODELS', JSON.stringify([HIDDEN])],
    );
    for (let n = 0; n < 2; n++) {
      gateway = await (gateway ?? first).restart();
      const response = await fetch(`${gateway.url}/v1beta/models/${HIDDEN}:generateContent`, {
        method: 'POST',
        headers: { 'x-goog-api-key': 'sk-client-token' },
        body: '{"contents":[{}]}',
      });
      expect([response.status, await response.text()]).toEqual([
        403,
        expect.stringContaining('FILTERED_MODELS'),
      ]);
    }
  });
});
