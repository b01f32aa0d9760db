import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns } from './change-columns';
import { textColumn, varcharColumn } from './columns';

const TABLE = 'schedule_runs';
const IS_NULLABLE = { isNullable: true } as const;

/** What came of a scheduled task as a code with its values, so that it can be said in any language. */
export class ScheduleSentences1700000000014 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await addColumns(queryRunner, TABLE, columns());
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropColumns(queryRunner, TABLE, columns());
  }
}

function columns() {
  return [varcharColumn('resultCode', 60, IS_NULLABLE), textColumn('resultValues', IS_NULLABLE)];
}
