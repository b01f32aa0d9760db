import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { addColumns, dropColumns } from './change-columns';
import { bigintColumn, idColumn, intColumn, textColumn, varcharColumn } from './columns';

const IS_NULLABLE = { isNullable: true } as const;

/** The audit log, the limits of tokens, and where sessions come from. */
export class Administration1700000000010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(auditLogs());
    await addColumns(queryRunner, 'access_tokens', limits());
    await addColumns(queryRunner, 'admin_sessions', origin());
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropColumns(queryRunner, 'admin_sessions', origin());
    await dropColumns(queryRunner, 'access_tokens', limits());
    await queryRunner.dropTable('audit_logs');
  }
}

function auditLogs(): Table {
  return new Table({
    name: 'audit_logs',
    columns: [
      idColumn(),
      bigintColumn('atMs'),
      varcharColumn('action', 64),
      varcharColumn('subject', 200),
      textColumn('details', IS_NULLABLE),
      varcharColumn('actor', 16),
      varcharColumn('session', 16, IS_NULLABLE),
      varcharColumn('address', 64, IS_NULLABLE),
    ],
    indices: ['atMs', 'action', 'subject'].map((column) => ({
      name: `audit_logs_by_${column.toLowerCase()}`,
      columnNames: [column],
    })),
  });
}

function limits() {
  return [
    intColumn('requestsPerMinute', IS_NULLABLE),
    intColumn('requestsPerDay', IS_NULLABLE),
    bigintColumn('tokensPerMinute', IS_NULLABLE),
    bigintColumn('tokensPerDay', IS_NULLABLE),
  ];
}

function origin() {
  return [
    varcharColumn('address', 64, IS_NULLABLE),
    varcharColumn('userAgent', 200, IS_NULLABLE),
    bigintColumn('lastUsedAtMs', IS_NULLABLE),
  ];
}
