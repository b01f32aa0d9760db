import { setTimeout } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { StartError } from '../../core/start-error';
import {
  type DatabaseSettings,
  describeDatabase,
  toDataSourceOptions,
  toSqlitePath,
} from './data-source-options';
import { boundLockWaits } from './mysql-lock-wait';
import { prepareSqliteFile } from './sqlite-file';

const ATTEMPTS = 30;
const RETRY_DELAY_MS = 1_000;

/** What happens while a server does not answer. */
export interface Patience {
  sleep(ms: number): Promise<unknown>;
  /** Told once, a sentence, when the waiting begins. */
  tell(message: string): void;
}

const SILENT_PATIENCE: Patience = { sleep: (ms) => setTimeout(ms), tell: () => undefined };

/** Codes of a MySQL server that refuses us: another attempt in a second would end the same way. */
const REFUSALS = new Set(['ER_ACCESS_DENIED_ERROR', 'ER_DBACCESS_DENIED_ERROR', 'ER_BAD_DB_ERROR']);

/**
 * Opens the database and brings its tables up to date.
 * A server that does not answer is given half a minute: beside a container that starts with us it comes up late.
 * @throws StartError saying which database could not be opened, and why.
 */
export async function openDatabase(
  settings: DatabaseSettings,
  patience: Partial<Patience> = {},
): Promise<DataSource> {
  const dataSource = await connect(settings, { ...SILENT_PATIENCE, ...patience });
  try {
    await dataSource.runMigrations();
    // In WAL mode a commit survives a crash of the process without waiting for the disk.
    if (isSqlite(dataSource)) await dataSource.query('PRAGMA synchronous = NORMAL');
    else await boundLockWaits(dataSource);
    return dataSource;
  } catch (error) {
    await dataSource.destroy();
    throw new StartError(
      `The tables of the ${describeDatabase(settings)} could not be brought up to date: ${toReason(error)}.`,
      { cause: error },
    );
  }
}

/** Whether the database is the embedded one, which takes one writer at a time. */
export function isSqlite(dataSource: DataSource): boolean {
  return dataSource.options.type === 'sqlite';
}

async function connect(settings: DatabaseSettings, patience: Patience): Promise<DataSource> {
  for (let attempt = 1; ; attempt++) {
    try {
      if (settings.DATABASE_TYPE !== 'mysql') await prepareSqliteFile(toSqlitePath(settings));
      return await new DataSource(toDataSourceOptions(settings)).initialize();
    } catch (error) {
      if (attempt === ATTEMPTS || isFinal(error, settings)) {
        throw new StartError(`The ${describeDatabase(settings)} cannot be opened: ${toReason(error)}.`, {
          cause: error,
        });
      }
      if (attempt === 1) {
        const seconds = (ATTEMPTS * RETRY_DELAY_MS) / 1000;
        patience.tell(
          `Waiting ${seconds} s at most for the ${describeDatabase(settings)}: ${toReason(error)}.`,
        );
      }
      await patience.sleep(RETRY_DELAY_MS);
    }
  }
}

function isFinal(error: unknown, settings: DatabaseSettings): boolean {
  return settings.DATABASE_TYPE !== 'mysql' || REFUSALS.has((error as { code?: string }).code ?? '');
}

/** What a driver says about a failure. Node's own network errors on several addresses have a code, but no message. */
export function toReason(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string };
  return (message || code || 'unknown reason').replace(/\.$/, '');
}
