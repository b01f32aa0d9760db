import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { addColumns, dropColumns } from './change-columns';
import { bigintColumn, booleanColumn, intColumn, textColumn, varcharColumn } from './columns';

const IS_NULLABLE = { isNullable: true } as const;
const IS_PART_OF_KEY = { isPrimary: true } as const;

/** What the pages of the logs filter by and show, the bodies of errors, failures by status, and what limited tokens use. */
export class LogDetails1700000000011 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await addColumns(queryRunner, 'request_logs', requestColumns());
    await queryRunner.query(
      'UPDATE request_logs SET isFailure = (status NOT BETWEEN 200 AND 299 OR errorCode IS NOT NULL)',
    );
    await addColumns(queryRunner, 'attempt_logs', attemptColumns());
    await addColumns(queryRunner, 'call_minutes', tokenColumns());
    for (const [table, index] of indexes()) await queryRunner.createIndex(table, new TableIndex(index));
    for (const table of [errorBodies(), keyErrors(), modelUsage(), tokenCounts()])
      await queryRunner.createTable(table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of ['token_counts', 'model_usage', 'key_errors', 'error_bodies'])
      await queryRunner.dropTable(name);
    for (const [table, index] of indexes()) await queryRunner.dropIndex(table, index.name);
    await dropColumns(queryRunner, 'call_minutes', tokenColumns());
    await dropColumns(queryRunner, 'attempt_logs', attemptColumns());
    await dropColumns(queryRunner, 'request_logs', requestColumns());
  }
}

function requestColumns() {
  return [booleanColumn('isFailure', IS_NULLABLE)];
}

const TOKENS = ['inputTokens', 'cachedTokens', 'outputTokens', 'thinkingTokens'] as const;

function tokenColumns() {
  return TOKENS.map((name) => bigintColumn(name, { default: 0 }));
}

function attemptColumns() {
  return [
    intColumn('tokenId', IS_NULLABLE),
    varcharColumn('route', 200, IS_NULLABLE),
    varcharColumn('choice', 16, IS_NULLABLE),
    intColumn('readyKeys', IS_NULLABLE),
    intColumn('poolKeys', IS_NULLABLE),
  ];
}

/** Each list is read newest first, whatever it is filtered by. */
function indexes() {
  const index = (name: string, column: string) => ({ name, columnNames: [column, 'startedAtMs'] });
  return [
    ['request_logs', index('request_logs_by_failure', 'isFailure')],
    ['request_logs', index('request_logs_by_code', 'errorCode')],
    ['request_logs', index('request_logs_by_route', 'route')],
    ['attempt_logs', index('attempt_logs_by_token', 'tokenId')],
    ['attempt_logs', index('attempt_logs_by_route', 'route')],
  ] as const;
}

/** What was sent and answered, for attempts that failed while an administrator wanted to know. */
function errorBodies(): Table {
  return new Table({
    name: 'error_bodies',
    columns: [
      varcharColumn('requestId', 64, IS_PART_OF_KEY),
      intColumn('attempt', IS_PART_OF_KEY),
      bigintColumn('startedAtMs'),
      textColumn('requestBody', IS_NULLABLE),
      textColumn('responseBody', IS_NULLABLE),
    ],
    indices: [{ name: 'error_bodies_by_time', columnNames: ['startedAtMs'] }],
  });
}

/** Failed attempts by hour, key and status; 0 where the network failed. */
function keyErrors(): Table {
  return new Table({
    name: 'key_errors',
    columns: [
      bigintColumn('minuteMs', IS_PART_OF_KEY),
      intColumn('keyId', IS_PART_OF_KEY),
      intColumn('status', IS_PART_OF_KEY),
      intColumn('errors'),
    ],
  });
}

/** What was used by hour, model and token: the same as `usage_hours`, without its many keys. */
function modelUsage(): Table {
  return new Table({
    name: 'model_usage',
    columns: [
      bigintColumn('minuteMs', IS_PART_OF_KEY),
      varcharColumn('model', 100, IS_PART_OF_KEY),
      intColumn('tokenId', IS_PART_OF_KEY),
      ...['successes', 'failures'].map((sum) => intColumn(sum)),
      ...TOKENS.map((sum) => bigintColumn(sum)),
    ],
  });
}

/** What tokens with limits used, by span (a minute or a day) and its start. */
function tokenCounts(): Table {
  return new Table({
    name: 'token_counts',
    columns: [
      intColumn('spanMs', IS_PART_OF_KEY),
      bigintColumn('startMs', IS_PART_OF_KEY),
      intColumn('tokenId', IS_PART_OF_KEY),
      intColumn('requests'),
      bigintColumn('tokens'),
    ],
  });
}
