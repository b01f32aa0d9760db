import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { bigintColumn, idColumn, intColumn, textColumn, varcharColumn } from './columns';

/** What upstream keeps for clients and with which key, and the uploads that are under way. */
export class StoredResources1700000000008 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'stored_resources',
        columns: [
          idColumn(),
          varcharColumn('hash', 64),
          varcharColumn('name', 1000, { isNullable: true }),
          varcharColumn('collection', 255),
          varcharColumn('keyKind', 16),
          intColumn('keyId'),
          intColumn('tokenId'),
          textColumn('body', { isNullable: true }),
          bigintColumn('createdAtMs'),
          bigintColumn('expiresAtMs', { isNullable: true }),
        ],
        indices: [
          { name: 'stored_resources_by_name', columnNames: ['hash'], isUnique: true },
          { name: 'stored_resources_by_collection', columnNames: ['collection', 'tokenId', 'id'] },
          { name: 'stored_resources_by_expiry', columnNames: ['expiresAtMs'] },
        ],
      }),
    );
    await queryRunner.createTable(
      new Table({
        name: 'upload_sessions',
        columns: [
          varcharColumn('hash', 64, { isPrimary: true }),
          textColumn('sealedUrl'),
          varcharColumn('keyKind', 16),
          intColumn('keyId'),
          intColumn('tokenId'),
          varcharColumn('collection', 255),
          bigintColumn('createdAtMs'),
        ],
        indices: [{ name: 'upload_sessions_by_age', columnNames: ['createdAtMs'] }],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('upload_sessions');
    await queryRunner.dropTable('stored_resources');
  }
}
