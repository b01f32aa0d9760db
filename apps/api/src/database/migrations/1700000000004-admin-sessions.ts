import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { bigintColumn, varcharColumn } from './columns';

/** Sessions of the dashboard. */
export class AdminSessions1700000000004 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'admin_sessions',
        columns: [
          varcharColumn('digest', 64, { isPrimary: true }),
          varcharColumn('tokenDigest', 64),
          bigintColumn('createdAtMs'),
          bigintColumn('expiresAtMs'),
        ],
        indices: [{ name: 'admin_sessions_by_expiry', columnNames: ['expiresAtMs'] }],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('admin_sessions');
  }
}
