import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { Secret } from '../../core/secret';
import type { DatabaseSettings } from '../opening/data-source-options';
import type { EncryptionSettings } from '../secrets/encryption-key';
import { isMariadbInstalled, mariadbSocket } from './mariadb-server';

export type TestSettings = DatabaseSettings & EncryptionSettings;

/** An empty database with a data directory of its own; `drop` removes both. */
export interface EmptyDatabase {
  readonly settings: TestSettings;
  drop(): Promise<void>;
}

/** One of the databases that specs run on: `describe.each(testDatabases())('$name', (database) => …)`. */
export interface TestDatabase {
  readonly name: string;
  create(): Promise<EmptyDatabase>;
}

const MISSING_FILE = join(__dirname, '../../../../../.test-results/missing-mariadb.json');

/**
 * SQLite, and MariaDB where `TEST_MYSQL_URL` names a server or one is installed.
 * Where it is missing, `.test-results/missing-mariadb.json` says so to the summary of `npm test`.
 */
export function testDatabases(): TestDatabase[] {
  const sqlite = { name: 'SQLite', create: createSqlite };
  if (process.env['TEST_MYSQL_URL'] || isMariadbInstalled()) {
    rmSync(MISSING_FILE, { force: true });
    return [sqlite, { name: 'MariaDB', create: createMysql }];
  }
  mkdirSync(join(MISSING_FILE, '..'), { recursive: true });
  writeFileSync(MISSING_FILE, JSON.stringify({ missing: ['MariaDB'] }));
  return [sqlite];
}

async function createSqlite(): Promise<EmptyDatabase> {
  const settings = someSettings();
  return { settings, drop: async () => removeDir(settings.DATA_DIR) };
}

async function createMysql(): Promise<EmptyDatabase> {
  const server = await mysqlServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await runOn(server, `CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  const settings: TestSettings = {
    ...someSettings(),
    ...server,
    DATABASE_TYPE: 'mysql',
    MYSQL_DATABASE: name,
  };
  const drop = async (): Promise<void> => {
    await runOn(server, `DROP DATABASE IF EXISTS ${name}`);
    removeDir(settings.DATA_DIR);
  };
  return { settings, drop };
}

type MysqlServer = Pick<
  DatabaseSettings,
  'MYSQL_HOST' | 'MYSQL_PORT' | 'MYSQL_USER' | 'MYSQL_PASSWORD' | 'MYSQL_SOCKET'
>;

async function mysqlServer(): Promise<MysqlServer> {
  const text = process.env['TEST_MYSQL_URL'];
  if (!text)
    return {
      MYSQL_HOST: '',
      MYSQL_PORT: 3306,
      MYSQL_USER: 'root',
      MYSQL_PASSWORD: undefined,
      MYSQL_SOCKET: await mariadbSocket(),
    };
  const url = new URL(text);
  return {
    MYSQL_HOST: url.hostname,
    MYSQL_PORT: Number(url.port || 3306),
    MYSQL_USER: decodeURIComponent(url.username),
    MYSQL_PASSWORD: new Secret(decodeURIComponent(url.password)),
    MYSQL_SOCKET: '',
  };
}

async function runOn(server: MysqlServer, statement: string): Promise<void> {
  const connection = await createConnection({
    ...(server.MYSQL_SOCKET
      ? { socketPath: server.MYSQL_SOCKET }
      : { host: server.MYSQL_HOST, port: server.MYSQL_PORT }),
    user: server.MYSQL_USER,
    password: server.MYSQL_PASSWORD?.reveal(),
  });
  await connection.query(statement);
  await connection.end();
}

function someSettings(): TestSettings {
  return {
    DATABASE_TYPE: 'sqlite',
    DATA_DIR: mkdtempSync(join(tmpdir(), 'gb-data-')),
    SQLITE_DATABASE: 'default_db',
    MYSQL_HOST: '',
    MYSQL_PORT: 3306,
    MYSQL_USER: '',
    MYSQL_PASSWORD: undefined,
    MYSQL_DATABASE: '',
    MYSQL_SOCKET: '',
    ENCRYPTION_KEY: undefined,
  };
}

function removeDir(path: string): void {
  rmSync(path, { recursive: true, force: true });
}
