import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { bigintColumn, intColumn, longTextColumn, varcharColumn } from './columns';

/** Responses that clients go on from by their id. */
export class StoredResponses1700000000007 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'stored_responses',
        columns: [
          varcharColumn('id', 64, { isPrimary: true }),
          intColumn('tokenId'),
          varcharColumn('previousId', 64, { isNullable: true }),
          varcharColumn('rootId', 64),
          longTextColumn('input'),
          longTextColumn('output'),
          longTextColumn('response'),
          longTextColumn('signatures'),
          bigintColumn('usedAtMs'),
        ],
        indices: [
          { name: 'stored_responses_by_root', columnNames: ['rootId'] },
          { name: 'stored_responses_by_use', columnNames: ['usedAtMs'] },
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('stored_responses');
  }
}
