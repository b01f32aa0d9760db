import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { bigintColumn, booleanColumn, intColumn, textColumn, varcharColumn } from './columns';

/** What administrators changed of the settings, and the number that grows with each change. */
export class Settings1700000000002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(settingOverrides());
    await queryRunner.createTable(settingsRevision());
    await queryRunner.query('INSERT INTO settings_revision (id, revision) VALUES (1, 0)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of ['settings_revision', 'setting_overrides']) await queryRunner.dropTable(name);
  }
}

function settingOverrides(): Table {
  return new Table({
    name: 'setting_overrides',
    columns: [
      varcharColumn('name', 100, { isPrimary: true }),
      textColumn('value'),
      booleanColumn('isSealed'),
      bigintColumn('updatedAtMs'),
    ],
  });
}

function settingsRevision(): Table {
  return new Table({
    name: 'settings_revision',
    columns: [{ name: 'id', type: 'int', isPrimary: true }, intColumn('revision')],
  });
}
