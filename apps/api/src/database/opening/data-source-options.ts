import { extname, join } from 'node:path';
import type { DataSourceOptions } from 'typeorm';
import type { Settings } from '../../core/settings/registry';
import { entities } from '../entities';
import { migrations } from '../migrations';

/** The settings that say where the database is. */
export type DatabaseSettings = Pick<
  Settings,
  | 'DATABASE_TYPE'
  | 'DATA_DIR'
  | 'SQLITE_DATABASE'
  | 'MYSQL_HOST'
  | 'MYSQL_PORT'
  | 'MYSQL_USER'
  | 'MYSQL_PASSWORD'
  | 'MYSQL_DATABASE'
  | 'MYSQL_SOCKET'
>;

const CONNECT_TIMEOUT_MS = 5_000;

/** How long a statement waits for another process that writes to the same SQLite file. */
export const SQLITE_BUSY_TIMEOUT_MS = 5_000;

/** What TypeORM needs to open the database of these settings. */
export function toDataSourceOptions(settings: DatabaseSettings): DataSourceOptions {
  const common = {
    entities,
    migrations,
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
  } as const;
  if (settings.DATABASE_TYPE !== 'mysql') {
    return {
      ...common,
      type: 'sqlite',
      database: toSqlitePath(settings),
      enableWAL: true,
      busyTimeout: SQLITE_BUSY_TIMEOUT_MS,
    };
  }
  return {
    ...common,
    type: 'mysql',
    ...(settings.MYSQL_SOCKET
      ? { socketPath: settings.MYSQL_SOCKET }
      : { host: settings.MYSQL_HOST, port: settings.MYSQL_PORT }),
    username: settings.MYSQL_USER,
    password: settings.MYSQL_PASSWORD?.reveal(),
    database: settings.MYSQL_DATABASE,
    charset: 'utf8mb4',
    timezone: 'Z',
    connectTimeout: CONNECT_TIMEOUT_MS,
    bigNumberStrings: false,
  };
}

/** The SQLite file: `SQLITE_DATABASE` in `DATA_DIR`, with `.db` unless the name has an ending. */
export function toSqlitePath(settings: Pick<DatabaseSettings, 'DATA_DIR' | 'SQLITE_DATABASE'>): string {
  const name = settings.SQLITE_DATABASE;
  return join(settings.DATA_DIR, extname(name) === '' ? `${name}.db` : name);
}

/** Where the database is, in words that hold no password. */
export function describeDatabase(settings: DatabaseSettings): string {
  if (settings.DATABASE_TYPE !== 'mysql') return `SQLite database ${toSqlitePath(settings)}`;
  const place = settings.MYSQL_SOCKET || `${settings.MYSQL_HOST}:${settings.MYSQL_PORT}`;
  return `MySQL database "${settings.MYSQL_DATABASE}" at ${place}`;
}
