import fc from 'fast-check';
import { type OpenTestDatabase, openTestDatabase } from '../testing/open-test-database';
import { testDatabases } from '../testing/test-databases';
import { type RowValue, toInsertValues } from './insert-values';

it('binds only text that has to be quoted', () => {
  const { sql, parameters } = toInsertValues([
    ['gemini-2.5-pro', 1.5, true, null],
    ["it's", -1, false, NaN],
  ]);
  expect(sql).toBe("('gemini-2.5-pro', 1.5, 1, NULL), (?, -1, 0, NULL)");
  expect(parameters).toEqual(["it's"]);
});

describe.each(testDatabases())('$name', (database) => {
  let opened: OpenTestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(database);
    await opened.dataSource.query(
      'CREATE TABLE vals (place INT NOT NULL, words VARCHAR(200), amount DOUBLE)',
    );
  });
  afterAll(() => opened.close());

  it('stores whatever it is given as it was', async () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc
        .array(fc.constantFrom("'", '"', '\\', '?', '`', ';', '--', ':a', '%', '\n', 'a', '/*'), {
          maxLength: 12,
        })
        .map((p) => p.join('')),
    );
    const row = fc.tuple(
      fc.option(words),
      fc.option(fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (given) => {
        await opened.dataSource.query('DELETE FROM vals');
        await opened.rows.insert(
          'vals',
          ['place', 'words', 'amount'],
          given.map((values, place): RowValue[] => [place, ...values]),
        );
        const stored: { words: string | null; amount: number | null }[] = await opened.dataSource.query(
          'SELECT words, amount FROM vals ORDER BY place',
        );
        expect(stored.map(({ words, amount }) => [words, amount])).toEqual(
          given.map(([text, amount]) => [text, amount === 0 ? 0 : amount]),
        );
      }),
      { numRuns: 60 },
    );
  });
});
