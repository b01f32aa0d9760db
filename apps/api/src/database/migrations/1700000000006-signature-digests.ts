import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { bigintColumn, intColumn, textColumn, varcharColumn } from './columns';

const TABLE = 'thought_signatures';
const IS_PRIMARY = { isPrimary: true } as const;

/** Thought signatures by what was called and in which conversation, because upstream's call ids come again. */
export class SignatureDigests1700000000006 implements MigrationInterface {
  /** Signatures are kept for a day, and a conversation goes on without: those that are stored are let go. */
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable(TABLE);
    await queryRunner.createTable(
      new Table({
        name: TABLE,
        columns: [
          intColumn('tokenId', IS_PRIMARY),
          varcharColumn('callId', 64, IS_PRIMARY),
          varcharColumn('digest', 32, IS_PRIMARY),
          varcharColumn('thread', 32, IS_PRIMARY),
          textColumn('signature'),
          bigintColumn('createdAtMs'),
        ],
        indices: [
          { name: 'thought_signatures_by_age', columnNames: ['createdAtMs'] },
          { name: 'thought_signatures_by_thread', columnNames: ['tokenId', 'thread'] },
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable(TABLE);
    await queryRunner.createTable(
      new Table({
        name: TABLE,
        columns: [
          intColumn('tokenId', IS_PRIMARY),
          varcharColumn('callId', 64, IS_PRIMARY),
          textColumn('signature'),
          bigintColumn('createdAtMs'),
        ],
        indices: [{ name: 'thought_signatures_by_age', columnNames: ['createdAtMs'] }],
      }),
    );
  }
}
