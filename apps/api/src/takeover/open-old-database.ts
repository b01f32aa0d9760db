import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { StartError } from '../core/start-error';
import type { OldDatabase } from './old-installation';
import { OldTables } from './old-database';
import { oldText } from './old-values';

/** SQLite's flag for a file that is only read. */
const READ_ONLY = 1;
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * Opens the database that the old environment names: a file below `data/` beside its `.env`, or a MySQL server.
 * @param env the old environment's texts by name
 * @param folder where the old installation lies
 * @throws StartError saying what could not be opened
 */
export async function openOldDatabase(
  env: ReadonlyMap<string, string>,
  folder: string,
  timeZone: string,
): Promise<OldDatabase> {
  const options = oldText(env, 'DATABASE_TYPE') === 'sqlite' ? sqlite(env, folder) : mysql(env);
  try {
    return new OldTables(await new DataSource(options).initialize(), timeZone);
  } catch (cause) {
    const { message, code } = cause as { message?: string; code?: string };
    throw new StartError(
      `The old database cannot be opened: ${message || code}. Say --set NAME=value where a name of its .env means something else on this machine (MYSQL_HOST, for one).`,
      { cause },
    );
  }
}

function sqlite(env: ReadonlyMap<string, string>, folder: string): DataSourceOptions {
  const name = oldText(env, 'SQLITE_DATABASE') ?? 'default_db';
  const candidates = [join(folder, 'data', name), join(folder, 'data', `${name}.db`), join(folder, name)];
  const database = candidates.find((path) => existsSync(path));
  if (database === undefined)
    throw new StartError(
      `The old database is none of ${candidates.join(', ')}. Say --set SQLITE_DATABASE=name where it has another name.`,
    );
  return { type: 'sqlite', database, flags: READ_ONLY };
}

function mysql(env: ReadonlyMap<string, string>): DataSourceOptions {
  const socketPath = oldText(env, 'MYSQL_SOCKET');
  return {
    type: 'mysql',
    ...(socketPath === undefined
      ? { host: oldText(env, 'MYSQL_HOST') ?? 'localhost', port: Number(oldText(env, 'MYSQL_PORT') ?? 3306) }
      : { socketPath }),
    username: oldText(env, 'MYSQL_USER'),
    password: oldText(env, 'MYSQL_PASSWORD'),
    database: oldText(env, 'MYSQL_DATABASE'),
    charset: 'utf8mb4',
    dateStrings: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
  };
}
