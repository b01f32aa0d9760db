import { DataSource } from 'typeorm';
import { type DatabaseSettings, describeDatabase, toDataSourceOptions } from './data-source-options';
import { toReason } from './open-database';

/** Tries once to reach the database. Resolves with the rest of a sentence about why that fails; undefined where it does not. */
export async function whyDatabaseFails(settings: DatabaseSettings): Promise<string | undefined> {
  try {
    const dataSource = await new DataSource(toDataSourceOptions(settings)).initialize();
    await dataSource.destroy();
    return undefined;
  } catch (error) {
    return `is ${settings.DATABASE_TYPE}, and the ${describeDatabase(settings)} cannot be opened: ${toReason(error)}`;
  }
}
