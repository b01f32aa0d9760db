import { ROWS_PER_STATEMENT, type RowValue } from '../../../database/writing/row-writer';
import { LogQueue } from './log-queue';
import { LogWriter } from './log-writer';

type Row = readonly RowValue[];

/** A table that may be away, and that refuses the rows it is told to. */
class FakeTable {
  readonly stored: number[] = [];
  readonly batches: number[] = [];
  failure: Error | undefined;
  /** Runs while a batch is being written. */
  meanwhile: () => void = () => undefined;

  async insert(_table: string, _columns: readonly string[], rows: readonly Row[]): Promise<void> {
    this.batches.push(rows.length);
    this.meanwhile();
    if (this.failure) throw this.failure;
    this.stored.push(...rows.map(([id]) => Number(id)));
  }
}

function aWriter(maxRows = 10_000) {
  const table = new FakeTable();
  const queue = new LogQueue('logs', ['id'], maxRows);
  const failures: unknown[] = [];
  const writer = new LogWriter(table, [queue], (failure) => failures.push(failure));
  const push = (from: number, to: number) => {
    for (let id = from; id <= to; id += 1) queue.push(() => [id]);
  };
  return { table, queue, writer, failures, push };
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

it('writes the rows in order, in batches of one statement', async () => {
  const { table, queue, writer, push } = aWriter();
  push(1, ROWS_PER_STATEMENT + 20);
  await writer.flush();
  expect(table.stored).toEqual(upTo(ROWS_PER_STATEMENT + 20));
  expect(table.batches).toEqual([ROWS_PER_STATEMENT, 20]);
  expect([queue.size, queue.dropped]).toEqual([0, 0]);
});

it('keeps rows while the database is away, and writes each once when it is back', async () => {
  const { table, writer, failures, push } = aWriter();
  table.failure = Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
  push(1, 30);
  await writer.flush();
  push(31, 40);
  await writer.flush();
  expect(failures).toHaveLength(2);
  table.failure = undefined;
  await writer.flush();
  expect(table.stored).toEqual(upTo(40));
});

it('keeps what fits and counts what it drops', async () => {
  const { table, queue, writer, push } = aWriter(100);
  table.failure = new Error('away');
  push(1, 130);
  await writer.flush();
  expect([queue.size, queue.dropped]).toEqual([100, 30]);
  table.failure = undefined;
  await writer.flush();
  expect(table.stored).toEqual(upTo(100));
});

it('stays within its bound when rows come in during a write that fails', async () => {
  const { table, queue, writer, push } = aWriter(100);
  push(1, 100);
  table.failure = new Error('away');
  table.meanwhile = () => push(101, 140);
  await writer.flush();
  expect([queue.size, queue.dropped]).toEqual([100, 40]);
});

it.each(['SQLITE_CONSTRAINT', 'ER_DATA_TOO_LONG', 'ER_TRUNCATED_WRONG_VALUE_FOR_FIELD'])(
  'gives rows up that the database refuses with %s, and goes on with the others',
  async (code) => {
    const { table, queue, writer, push } = aWriter();
    push(1, 10);
    table.failure = Object.assign(new Error('no'), { code });
    await writer.flush();
    expect([queue.size, queue.dropped]).toEqual([0, 10]);
    table.failure = undefined;
    push(11, 12);
    await writer.flush();
    expect(table.stored).toEqual([11, 12]);
  },
);

it('ends a flush also when rows come in as fast as they are written', async () => {
  const { table, queue, writer, push } = aWriter();
  push(1, 10);
  table.meanwhile = () => push(11, 20);
  await writer.flush();
  expect(queue.size).toBe(10);
});

it('does not write a row twice when flushes overlap', async () => {
  const { table, writer, push } = aWriter();
  push(1, 10);
  await Promise.all([writer.flush(), writer.flush(), writer.flush()]);
  expect(table.stored).toEqual(upTo(10));
});
