import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { addColumns, dropColumns } from './change-columns';
import { bigintColumn, booleanColumn, idColumn, intColumn, textColumn, varcharColumn } from './columns';

const IS_NULLABLE = { isNullable: true } as const;
const IS_PRIMARY = { isPrimary: true } as const;

/** Long work and scheduled work, groups of keys, and by what processes follow each other's changes of keys. */
export class JobsAndKeyGroups1700000000009 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const tables = [
      jobs(),
      jobItems(),
      jobLocks(),
      scheduleRuns(),
      keyGroups(),
      keysRevision(),
      keyRemovals(),
    ];
    for (const table of tables) await queryRunner.createTable(table);
    await queryRunner.query('INSERT INTO keys_revision (id, revision) VALUES (1, 0)');
    for (const table of FOLLOWED) {
      await addColumns(queryRunner, table, [REVISION]);
      await queryRunner.query(`CREATE INDEX ${table}_by_revision ON ${table} (revision)`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of FOLLOWED) {
      await queryRunner.dropIndex(table, `${table}_by_revision`);
      await dropColumns(queryRunner, table, [REVISION]);
    }
    const tables = ['jobs', 'job_items', 'job_locks', 'schedule_runs', 'key_groups', 'keys_revision'];
    for (const name of [...tables, 'key_removals']) await queryRunner.dropTable(name);
  }
}

/** Tables whose rows tell by which revision they were last changed. */
const FOLLOWED = ['api_keys', 'holds'];
const REVISION = bigintColumn('revision', IS_NULLABLE);

function jobs(): Table {
  return new Table({
    name: 'jobs',
    columns: [
      varcharColumn('id', 40, IS_PRIMARY),
      varcharColumn('kind', 40),
      varcharColumn('state', 16),
      textColumn('params'),
      intColumn('total'),
      intColumn('done'),
      textColumn('counts'),
      varcharColumn('message', 500, IS_NULLABLE),
      booleanColumn('isCancelRequested'),
      bigintColumn('createdAtMs'),
      bigintColumn('startedAtMs', IS_NULLABLE),
      bigintColumn('endedAtMs', IS_NULLABLE),
    ],
    indices: [
      new TableIndex({ name: 'jobs_by_time', columnNames: ['createdAtMs'] }),
      new TableIndex({ name: 'jobs_by_state', columnNames: ['state'] }),
    ],
  });
}

/** What a job works on, one row for each; `reason` is null until it is done. */
function jobItems(): Table {
  return new Table({
    name: 'job_items',
    columns: [
      varcharColumn('jobId', 40, IS_PRIMARY),
      intColumn('itemId', IS_PRIMARY),
      varcharColumn('reason', 40, IS_NULLABLE),
      varcharColumn('label', 40, IS_NULLABLE),
      varcharColumn('message', 300, IS_NULLABLE),
    ],
    indices: [new TableIndex({ name: 'job_items_by_reason', columnNames: ['jobId', 'reason', 'itemId'] })],
  });
}

function jobLocks(): Table {
  return new Table({
    name: 'job_locks',
    columns: [varcharColumn('name', 80, IS_PRIMARY), varcharColumn('owner', 40), bigintColumn('untilMs')],
  });
}

function scheduleRuns(): Table {
  return new Table({
    name: 'schedule_runs',
    columns: [
      varcharColumn('name', 60, IS_PRIMARY),
      bigintColumn('knownSinceMs'),
      bigintColumn('startedAtMs', IS_NULLABLE),
      bigintColumn('endedAtMs', IS_NULLABLE),
      booleanColumn('hasFailed'),
      varcharColumn('result', 500, IS_NULLABLE),
    ],
  });
}

function keyGroups(): Table {
  return new Table({
    name: 'key_groups',
    columns: [
      varcharColumn('name', 100, IS_PRIMARY),
      textColumn('models', IS_NULLABLE),
      varcharColumn('note', 500, IS_NULLABLE),
    ],
  });
}

function keysRevision(): Table {
  return new Table({
    name: 'keys_revision',
    columns: [{ name: 'id', type: 'int', isPrimary: true }, bigintColumn('revision')],
  });
}

/** What is not there any more and therefore has no row that could tell: deleted keys, lifted holds, deleted groups. */
function keyRemovals(): Table {
  return new Table({
    name: 'key_removals',
    columns: [
      idColumn(),
      bigintColumn('revision'),
      varcharColumn('what', 8),
      varcharColumn('pool', 16),
      varcharColumn('subjectKind', 16),
      varcharColumn('subjectId', 200),
      varcharColumn('scope', 200, IS_NULLABLE),
      bigintColumn('removedAtMs'),
    ],
    indices: [
      new TableIndex({ name: 'key_removals_by_revision', columnNames: ['revision'] }),
      new TableIndex({ name: 'key_removals_by_time', columnNames: ['removedAtMs'] }),
    ],
  });
}
