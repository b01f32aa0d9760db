import type { QueryRunner, TableColumnOptions } from 'typeorm';

/*
 * Columns that come to a table which has rows. TypeORM copies the whole table for that on SQLite; both databases do it
 * in place. Columns without a default may be null.
 */

export async function addColumns(
  queryRunner: QueryRunner,
  table: string,
  columns: readonly TableColumnOptions[],
): Promise<void> {
  for (const { name, type, length, default: value } of columns) {
    const size = length === undefined || length === '' ? '' : `(${length})`;
    const presence = value === undefined ? 'NULL' : `NOT NULL DEFAULT ${String(value)}`;
    await queryRunner.query(`ALTER TABLE \`${table}\` ADD COLUMN \`${name}\` ${type}${size} ${presence}`);
  }
}

export async function dropColumns(
  queryRunner: QueryRunner,
  table: string,
  columns: readonly Pick<TableColumnOptions, 'name'>[],
): Promise<void> {
  for (const { name } of columns) await queryRunner.query(`ALTER TABLE \`${table}\` DROP COLUMN \`${name}\``);
}
