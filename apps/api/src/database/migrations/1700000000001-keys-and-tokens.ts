import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { bigintColumn, booleanColumn, idColumn, intColumn, textColumn, varcharColumn } from './columns';

/** Upstream keys with their holds, client and admin tokens, and the proof of the encryption key. */
export class KeysAndTokens1700000000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of [apiKeys(), holds(), accessTokens(), encryptionCanary()])
      await queryRunner.createTable(table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of ['encryption_canary', 'access_tokens', 'holds', 'api_keys'])
      await queryRunner.dropTable(name);
  }
}

function apiKeys(): Table {
  return new Table({
    name: 'api_keys',
    columns: [
      idColumn(),
      varcharColumn('kind', 16),
      varcharColumn('hash', 64),
      varcharColumn('sealedSecret', 1000, { isNullable: true }),
      varcharColumn('project', 100, { isNullable: true }),
      varcharColumn('groupName', 100, { isNullable: true }),
      varcharColumn('note', 500, { isNullable: true }),
      intColumn('weight', { default: 1 }),
      booleanColumn('isEnabled', { default: true }),
      intColumn('failures', { default: 0 }),
      varcharColumn('source', 16),
      bigintColumn('createdAtMs'),
      bigintColumn('deletedAtMs', { isNullable: true }),
      bigintColumn('lastUsedAtMs', { isNullable: true }),
      varcharColumn('lastError', 500, { isNullable: true }),
    ],
    indices: [new TableIndex({ name: 'api_keys_by_hash', columnNames: ['hash', 'kind'], isUnique: true })],
  });
}

function holds(): Table {
  return new Table({
    name: 'holds',
    columns: [
      idColumn(),
      varcharColumn('pool', 16),
      varcharColumn('subjectKind', 16),
      varcharColumn('subjectId', 200),
      varcharColumn('scope', 200),
      bigintColumn('sinceMs'),
      bigintColumn('untilMs', { isNullable: true }),
      varcharColumn('reason', 40),
      intColumn('strikes'),
    ],
    indices: [
      new TableIndex({
        name: 'holds_by_subject',
        columnNames: ['pool', 'subjectKind', 'subjectId', 'scope'],
        isUnique: true,
      }),
    ],
  });
}

function accessTokens(): Table {
  return new Table({
    name: 'access_tokens',
    columns: [
      idColumn(),
      varcharColumn('name', 100),
      varcharColumn('prefix', 16),
      varcharColumn('digest', 64),
      varcharColumn('role', 16),
      booleanColumn('isEnabled', { default: true }),
      bigintColumn('expiresAtMs', { isNullable: true }),
      textColumn('allowedModels', { isNullable: true }),
      varcharColumn('source', 16),
      bigintColumn('createdAtMs'),
      bigintColumn('deletedAtMs', { isNullable: true }),
      bigintColumn('lastUsedAtMs', { isNullable: true }),
    ],
    indices: [new TableIndex({ name: 'access_tokens_by_digest', columnNames: ['digest'], isUnique: true })],
  });
}

function encryptionCanary(): Table {
  return new Table({
    name: 'encryption_canary',
    columns: [{ name: 'id', type: 'int', isPrimary: true }, varcharColumn('sealed', 200)],
  });
}
