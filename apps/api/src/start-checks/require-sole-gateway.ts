import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartError } from '../core/start-error';
import { type DatabaseSettings, toSqlitePath } from '../database/opening/data-source-options';
import { SqliteConnection } from '../database/opening/sqlite-connection';

/** How long a gateway that is just ending is waited for. */
const WAIT_MS = 5_000;

/** Kept here, for a connection that is collected gives its lock back. */
let held: SqliteConnection | undefined;

/**
 * Makes this process the one gateway on its SQLite database, until it ends: two would keep each other from writing. MySQL serves
 * several. The lock is the kernel's on a file beside the database. It goes with the process, however that ends, and holds between
 * containers that share a volume.
 * @throws StartError where another gateway has it
 */
export async function requireSoleGateway(settings: DatabaseSettings): Promise<void> {
  if (settings.DATABASE_TYPE !== 'sqlite') return;
  const path = `${toSqlitePath(settings)}.lock`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    held = await SqliteConnection.open(path);
    await held.run(`PRAGMA busy_timeout = ${WAIT_MS}`);
    await held.run('BEGIN EXCLUSIVE');
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const reason =
      code === 'SQLITE_BUSY'
        ? `Another gateway serves the data in ${settings.DATA_DIR}. Stop it first, or give this one a DATA_DIR of its own; several gateways can share one MySQL database.`
        : `The lock ${path}, which keeps a second gateway from these data, cannot be taken: ${message}.`;
    throw new StartError(reason, { cause });
  }
}
