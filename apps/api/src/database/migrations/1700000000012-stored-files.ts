import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
import { addColumns, dropColumns } from './change-columns';
import { bigintColumn, varcharColumn } from './columns';

const TABLE = 'stored_resources';
const INDEX = 'stored_resources_by_state';
const ROWS_AT_ONCE = 500;
const IS_NULLABLE = { isNullable: true } as const;

/** What files are listed, filtered and summed up by; of those that are stored it is read from what upstream told. */
export class StoredFiles1700000000012 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await addColumns(queryRunner, TABLE, columns());
    await fill(queryRunner);
    await queryRunner.createIndex(
      TABLE,
      new TableIndex({ name: INDEX, columnNames: ['collection', 'state', 'expiresAtMs', 'sizeBytes'] }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropIndex(TABLE, INDEX);
    await dropColumns(queryRunner, TABLE, columns());
  }
}

function columns() {
  return [
    varcharColumn('displayName', 512, IS_NULLABLE),
    varcharColumn('mimeType', 100, IS_NULLABLE),
    bigintColumn('sizeBytes', IS_NULLABLE),
    varcharColumn('state', 16, IS_NULLABLE),
  ];
}

async function fill(queryRunner: QueryRunner): Promise<void> {
  for (let lastId = 0; ;) {
    const rows = (await queryRunner.query(
      `SELECT id, body FROM ${TABLE} WHERE collection = 'files' AND body IS NOT NULL AND id > ?
       ORDER BY id LIMIT ${ROWS_AT_ONCE}`,
      [lastId],
    )) as { id: number; body: string }[];
    for (const { id, body } of rows)
      await queryRunner.query(
        `UPDATE ${TABLE} SET displayName = ?, mimeType = ?, sizeBytes = ?, state = ? WHERE id = ?`,
        [...toldIn(body), id],
      );
    if (rows.length < ROWS_AT_ONCE) return;
    lastId = rows.at(-1)!.id;
  }
}

function toldIn(body: string): (string | number | null)[] {
  const told = JSON.parse(body) as Record<string, unknown>;
  const text = (value: unknown, most: number) => (typeof value === 'string' ? value.slice(0, most) : null);
  const size = Number(told.sizeBytes ?? NaN);
  return [
    text(told.displayName, 512),
    text(told.mimeType, 100),
    Number.isSafeInteger(size) ? size : null,
    text(told.state, 16),
  ];
}
