import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { SqliteConnection } from './sqlite-connection';

/**
 * Makes the SQLite file and its directory where they are missing.
 * `auto_vacuum` only takes effect before anything is written, also before WAL is switched on.
 */
export async function prepareSqliteFile(path: string): Promise<void> {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  const connection = await SqliteConnection.open(path);
  try {
    await connection.run('PRAGMA auto_vacuum = INCREMENTAL');
    await connection.run('PRAGMA journal_mode = WAL');
  } finally {
    await connection.close();
  }
}
