import { type AddressInfo, createServer } from 'node:net';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secret } from '../../core/secret';
import { StartError } from '../../core/start-error';
import { type EmptyDatabase, testDatabases } from '../testing/test-databases';
import { describeDatabase, toDataSourceOptions, toSqlitePath } from './data-source-options';
import { openDatabase } from './open-database';

const sqlite = testDatabases()[0]!;
let empty: EmptyDatabase;
beforeEach(async () => void (empty = await sqlite.create()));
afterEach(() => empty.drop());

const pragma = async (name: string): Promise<unknown> => {
  const dataSource = await openDatabase(empty.settings);
  const rows: Record<string, unknown>[] = await dataSource.query(`PRAGMA ${name}`);
  await dataSource.destroy();
  return Object.values(rows[0]!)[0];
};

it.each([
  ['auto_vacuum', 2], // 2 is INCREMENTAL
  ['journal_mode', 'wal'],
  ['foreign_keys', 1],
  ['busy_timeout', 5_000],
  ['synchronous', 1], // 1 is NORMAL
])('opens SQLite with %s = %s', async (name, value) => {
  expect(await pragma(name)).toBe(value);
});

it('makes the data directory', async () => {
  const settings = { ...empty.settings, DATA_DIR: join(empty.settings.DATA_DIR, 'deep/er') };
  await (await openDatabase(settings)).destroy();
});

it.each([
  ['default_db', '/data/default_db.db'],
  ['old.sqlite', '/data/old.sqlite'],
])('keeps SQLITE_DATABASE=%s in %s', (name, path) => {
  expect(toSqlitePath({ DATA_DIR: '/data', SQLITE_DATABASE: name })).toBe(path);
});

it('stops the start at once for a file that is no database', async () => {
  const dir = empty.settings.DATA_DIR;
  writeFileSync(join(dir, 'default_db.db'), 'this is no database, whatever its name says');
  await expect(openDatabase(empty.settings, { sleep: neverSleeps })).rejects.toThrow(
    /^The SQLite database .* cannot be opened: .*not a database\.$/,
  );
});

describe('a MySQL server', () => {
  const mysql = (port: number): EmptyDatabase['settings'] => ({
    ...empty.settings,
    DATABASE_TYPE: 'mysql',
    MYSQL_HOST: '127.0.0.1',
    MYSQL_PORT: port,
    MYSQL_USER: 'gemini',
    MYSQL_PASSWORD: new Secret('do-not-show'),
    MYSQL_DATABASE: 'balance',
  });

  it('that does not answer is asked again for a while, and then stops the start with one sentence', async () => {
    const server = await aServerThatHangsUp();
    const naps: number[] = [];
    const told: string[] = [];
    const opening = openDatabase(mysql(server.port), {
      sleep: async (ms) => naps.push(ms),
      tell: (message) => told.push(message),
    });
    await expect(opening).rejects.toThrow(StartError);
    await expect(opening).rejects.toThrow(
      /^The MySQL database "balance" at 127\.0\.0\.1:\d+ cannot be opened: [^\n]+\.$/,
    );
    expect(naps).toEqual(Array(29).fill(1_000));
    expect(told).toEqual([expect.stringMatching(/^Waiting 30 s at most for the MySQL database "balance"/)]);
    server.close();
  });

  it('is named without its password', () => {
    expect(describeDatabase(mysql(1))).not.toContain('do-not-show');
  });

  it('is reached by its socket where MYSQL_SOCKET is set', () => {
    const options = toDataSourceOptions({ ...mysql(1), MYSQL_SOCKET: '/run/mysqld/mysqld.sock' });
    expect(options).toMatchObject({ socketPath: '/run/mysqld/mysqld.sock' });
    expect(options).not.toHaveProperty('host');
  });
});

for (const database of testDatabases().slice(1)) {
  it(`${database.name} that refuses the password is not asked again`, async () => {
    const { settings, drop } = await database.create();
    const opening = openDatabase(
      { ...settings, MYSQL_USER: 'nobody', MYSQL_PASSWORD: new Secret('wrong') },
      { sleep: neverSleeps },
    );
    await expect(opening).rejects.toThrow(/cannot be opened: Access denied/);
    await drop();
  });
}

async function neverSleeps(): Promise<never> {
  throw new Error('It should not have waited.');
}

async function aServerThatHangsUp(): Promise<{ port: number; close: () => void }> {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}
