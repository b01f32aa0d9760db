import type { QueryRunner, TableColumnOptions } from 'typeorm';

/*
 * Columns that come to a table which has rows. TypeORM copies the whole table for that on SQLite; both databases do it
 * in place. The columns may be null.
 */

export async function addColumns(
  queryRunner: QueryRunner,
  table: string,
  columns: readonly TableColumnOptions[],
): Promise<void> {
  for (const { name, type, length } of columns) {
    const size = length === undefined || length === '' ? '' : `(${length})`;
    await queryRunner.query(`ALTER TABLE \`${table}\` ADD COLUMN \`${name}\` ${type}${size} NULL`);
  }
}

export async function dropColumns(
  queryRunner: QueryRunner,
  table: string,
  columns: readonly Pick<TableColumnOptions, 'name'>[],
): Promise<void> {
  for (const { name } of columns) await queryRunner.query(`ALTER TABLE \`${table}\` DROP COLUMN \`${name}\``);
}
