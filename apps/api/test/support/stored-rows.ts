import { join } from 'node:path';
import { DataSource } from 'typeorm';

/** Runs SQL on the SQLite database of a gateway, and resolves with the rows. */
export async function storedRows<Row = Record<string, unknown>>(
  dataDir: string,
  sql: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  const source = new DataSource({ type: 'sqlite', database: join(dataDir, 'default_db.db') });
  await source.initialize();
  try {
    return await source.query<Row[]>(sql, parameters);
  } finally {
    await source.destroy();
  }
}
