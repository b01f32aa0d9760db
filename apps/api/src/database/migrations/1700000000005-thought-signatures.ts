import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { bigintColumn, intColumn, textColumn, varcharColumn } from './columns';

/** Thought signatures of tool calls, for clients that do not bring them back. */
export class ThoughtSignatures1700000000005 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'thought_signatures',
        columns: [
          intColumn('tokenId', { isPrimary: true }),
          varcharColumn('callId', 64, { isPrimary: true }),
          textColumn('signature'),
          bigintColumn('createdAtMs'),
        ],
        indices: [{ name: 'thought_signatures_by_age', columnNames: ['createdAtMs'] }],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('thought_signatures');
  }
}
