import type { StorageDto } from '@gemini-balance/shared';
import { stat } from 'node:fs/promises';
import type { DataSource } from 'typeorm';
import { type DatabaseSettings, toSqlitePath } from '../../database/opening/data-source-options';
import { isSqlite } from '../../database/opening/open-database';

/** How large the database is. */
export function databaseSize(
  dataSource: DataSource,
  settings: DatabaseSettings,
): Promise<StorageDto['database']> {
  return isSqlite(dataSource) ? sqliteSize(dataSource, toSqlitePath(settings)) : mysqlSize(dataSource);
}

async function sqliteSize(dataSource: DataSource, path: string): Promise<StorageDto['database']> {
  const pragma = async (name: 'freelist_count' | 'page_size'): Promise<number> => {
    const rows: Record<string, number>[] = await dataSource.query(`PRAGMA ${name}`);
    return rows[0]?.[name] ?? 0;
  };
  return {
    kind: 'sqlite',
    bytes: await bytesOf(path),
    walBytes: await bytesOf(`${path}-wal`),
    unusedBytes: (await pragma('freelist_count')) * (await pragma('page_size')),
  };
}

/** As far as the server knows: it counts anew now and then. */
async function mysqlSize(dataSource: DataSource): Promise<StorageDto['database']> {
  const rows: { bytes: number | string | null; unused: number | string | null }[] = await dataSource.query(
    `SELECT SUM(data_length + index_length) AS bytes, SUM(data_free) AS unused
     FROM information_schema.tables WHERE table_schema = DATABASE()`,
  );
  return { kind: 'mysql', bytes: Number(rows[0]?.bytes ?? 0), unusedBytes: Number(rows[0]?.unused ?? 0) };
}

async function bytesOf(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0;
}
