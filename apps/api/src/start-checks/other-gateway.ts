import { type DatabaseSettings, toSqlitePath } from '../database/opening/data-source-options';
import { SqliteConnection } from '../database/opening/sqlite-connection';

/** Kept here, for a connection that is collected gives its lock back. */
let held: SqliteConnection | undefined;

/**
 * Whether another process serves the same SQLite database; MySQL is made for several. They tell each other by the kernel's lock on a file
 * beside the database, which goes with the process, however that ends, and holds between containers that share a volume.
 * Never rejects: where the lock cannot be had for another reason, nothing is known of others.
 */
export async function isServedByAnother(settings: DatabaseSettings): Promise<boolean> {
  if (settings.DATABASE_TYPE !== 'sqlite') return false;
  try {
    held = await SqliteConnection.open(`${toSqlitePath(settings)}.lock`);
    await held.run('PRAGMA busy_timeout = 0');
    await held.run('BEGIN EXCLUSIVE');
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'SQLITE_BUSY';
  }
}
