import type { DataSource } from 'typeorm';
import { openDatabase } from '../opening/open-database';
import { openSecretBox } from '../secrets/open-secret-box';
import type { SecretBox } from '../secrets/secret-box';
import { openRowConnection } from '../writing/row-connection';
import { RowWriter } from '../writing/row-writer';
import { WriteGate } from '../writing/write-gate';
import type { TestDatabase, TestSettings } from './test-databases';

/** A migrated database and what modules write it by. */
export interface OpenTestDatabase {
  readonly settings: TestSettings;
  readonly dataSource: DataSource;
  readonly gate: WriteGate;
  readonly rows: RowWriter;
  readonly box: SecretBox;
  /** Closes the connections and removes the database. */
  close(): Promise<void>;
}

/** Makes a database of that sort with all tables, for a spec to use and close. */
export async function openTestDatabase(database: TestDatabase): Promise<OpenTestDatabase> {
  const { settings, drop } = await database.create();
  const dataSource = await openDatabase(settings);
  const gate = new WriteGate(dataSource);
  const connection = await openRowConnection(dataSource);
  const close = async (): Promise<void> => {
    await connection.close();
    await dataSource.destroy();
    await drop();
  };
  const box = await openSecretBox(dataSource, gate, settings);
  return {
    settings,
    dataSource,
    gate,
    rows: new RowWriter(dataSource, gate, connection.runStatement),
    box,
    close,
  };
}
