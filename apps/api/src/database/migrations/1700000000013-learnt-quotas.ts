import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { bigintColumn, intColumn, varcharColumn } from './columns';

const TABLE = 'learnt_quotas';
const IS_PRIMARY = { isPrimary: true } as const;

/** What upstream told of the daily quotas of keys: one row for each key, model and unit. */
export class LearntQuotas1700000000013 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: TABLE,
        columns: [
          intColumn('keyId', IS_PRIMARY),
          varcharColumn('model', 100, IS_PRIMARY),
          varcharColumn('unit', 16, IS_PRIMARY),
          varcharColumn('kind', 16),
          varcharColumn('countedAs', 100),
          bigintColumn('perDay'),
          bigintColumn('learntAtMs'),
        ],
        indices: [new TableIndex({ name: `${TABLE}_by_time`, columnNames: ['learntAtMs'] })],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable(TABLE);
  }
}
