import {
  type MigrationInterface,
  type QueryRunner,
  Table,
  type TableColumnOptions,
  type TableIndexOptions,
} from 'typeorm';
import { bigintColumn, booleanColumn, idColumn, intColumn, textColumn, varcharColumn } from './columns';

const IS_NULLABLE = { isNullable: true } as const;

/** The request log, the attempt log, and what is counted of them by minute and hour. */
export class Logs1700000000003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const id = logIdColumn(queryRunner);
    const tables = [
      requestLogs(id),
      attemptLogs(id),
      usage('usage_minutes', 'minuteMs'),
      usage('usage_hours', 'hourMs'),
      latency('latency_minutes', 'minuteMs'),
      latency('latency_hours', 'hourMs'),
      callMinutes(),
    ];
    for (const table of tables) await queryRunner.createTable(table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const logs = ['attempt_logs', 'request_logs'];
    const rollups = ['call_minutes', 'latency_hours', 'latency_minutes', 'usage_hours', 'usage_minutes'];
    for (const name of [...rollups, ...logs]) await queryRunner.dropTable(name);
  }
}

/** A busy gateway fills 2^31 rows within a month. SQLite counts its INTEGER ids further by itself, and knows no other type for them. */
function logIdColumn(queryRunner: QueryRunner): TableColumnOptions {
  const isSqlite = queryRunner.connection.options.type === 'sqlite';
  return isSqlite ? idColumn() : { ...idColumn(), type: 'bigint' };
}

/** Lists are read newest first, by `startedAtMs` and `id`; each index ends with the id by itself. */
function index(name: string, ...columnNames: string[]): TableIndexOptions {
  return { name, columnNames };
}

function requestLogs(id: TableColumnOptions): Table {
  return new Table({
    name: 'request_logs',
    columns: [
      id,
      varcharColumn('requestId', 64),
      bigintColumn('startedAtMs'),
      intColumn('tokenId', IS_NULLABLE),
      varcharColumn('protocol', 40),
      varcharColumn('route', 200),
      varcharColumn('method', 16),
      varcharColumn('model', 100, IS_NULLABLE),
      intColumn('status'),
      varcharColumn('errorCode', 64, IS_NULLABLE),
      booleanColumn('isStream'),
      intColumn('attempts'),
      intColumn('keyId', IS_NULLABLE),
      intColumn('latencyMs'),
      intColumn('ttftMs', IS_NULLABLE),
      intColumn('inputTokens', IS_NULLABLE),
      intColumn('cachedTokens', IS_NULLABLE),
      intColumn('outputTokens', IS_NULLABLE),
      intColumn('thinkingTokens', IS_NULLABLE),
    ],
    indices: [
      index('request_logs_by_time', 'startedAtMs'),
      index('request_logs_by_key', 'keyId', 'startedAtMs'),
      index('request_logs_by_model', 'model', 'startedAtMs'),
      index('request_logs_by_token', 'tokenId', 'startedAtMs'),
      index('request_logs_by_status', 'status', 'startedAtMs'),
      index('request_logs_by_request', 'requestId'),
    ],
  });
}

function attemptLogs(id: TableColumnOptions): Table {
  return new Table({
    name: 'attempt_logs',
    columns: [
      id,
      varcharColumn('requestId', 64),
      intColumn('attempt'),
      bigintColumn('startedAtMs'),
      intColumn('keyId'),
      varcharColumn('model', 100),
      varcharColumn('outcome', 40),
      booleanColumn('isError'),
      intColumn('upstreamStatus', IS_NULLABLE),
      varcharColumn('rpcStatus', 40, IS_NULLABLE),
      textColumn('message', IS_NULLABLE),
      varcharColumn('egressId', 100, IS_NULLABLE),
      intColumn('latencyMs'),
    ],
    indices: [
      index('attempt_logs_by_error', 'isError', 'startedAtMs'),
      index('attempt_logs_by_key', 'keyId', 'startedAtMs'),
      index('attempt_logs_by_model', 'model', 'startedAtMs'),
      index('attempt_logs_by_outcome', 'outcome', 'startedAtMs'),
      index('attempt_logs_by_status', 'upstreamStatus', 'startedAtMs'),
      index('attempt_logs_by_request', 'requestId'),
    ],
  });
}

const IS_PART_OF_KEY = { isPrimary: true } as const;

/** One row for each time, key, model and token; added to, so none of its subjects is null. */
function usage(name: string, time: string): Table {
  return new Table({
    name,
    columns: [
      bigintColumn(time, IS_PART_OF_KEY),
      intColumn('keyId', IS_PART_OF_KEY),
      varcharColumn('model', 100, IS_PART_OF_KEY),
      intColumn('tokenId', IS_PART_OF_KEY),
      ...['successes', 'failures', 'failedAttempts'].map((sum) => intColumn(sum)),
      ...['inputTokens', 'cachedTokens', 'outputTokens', 'thinkingTokens'].map((sum) => bigintColumn(sum)),
    ],
    indices: [index(`${name}_by_key`, 'keyId', time)],
  });
}

/** One row for each time, model, measure and bucket of its histogram. */
function latency(name: string, time: string): Table {
  return new Table({
    name,
    columns: [
      bigintColumn(time, IS_PART_OF_KEY),
      varcharColumn('model', 100, IS_PART_OF_KEY),
      varcharColumn('measure', 16, IS_PART_OF_KEY),
      intColumn('boundMs', IS_PART_OF_KEY),
      intColumn('calls'),
    ],
  });
}

function callMinutes(): Table {
  return new Table({
    name: 'call_minutes',
    columns: [bigintColumn('minuteMs', IS_PART_OF_KEY), intColumn('successes'), intColumn('failures')],
  });
}
