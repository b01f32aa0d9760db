export type RowValue = string | number | boolean | null;

/** The VALUES of an INSERT and what its placeholders stand for. */
export interface InsertValues {
  readonly sql: string;
  readonly parameters: readonly string[];
}

/** Text that means itself between single quotes in every dialect: no quotes, no backslashes, no placeholders. */
const PLAIN_TEXT = /^[A-Za-z0-9_./*:-]{0,100}$/;

/**
 * Writes rows as `(1, 'a'), (2, ?)`. Values that need no quoting stand in the text: binding each of them costs the event
 * loop three times as much as the statement itself.
 */
export function toInsertValues(rows: readonly (readonly RowValue[])[]): InsertValues {
  const parameters: string[] = [];
  let sql = '';
  for (const row of rows) {
    sql += sql === '' ? '(' : ', (';
    for (let column = 0; column < row.length; column += 1) {
      if (column > 0) sql += ', ';
      sql += toLiteral(row[column]!, parameters);
    }
    sql += ')';
  }
  return { sql, parameters };
}

function toLiteral(value: RowValue, parameters: string[]): string {
  if (typeof value === 'string') {
    if (PLAIN_TEXT.test(value)) return `'${value}'`;
    parameters.push(value);
    return '?';
  }
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'NULL';
  if (value === null) return 'NULL';
  return value ? '1' : '0';
}
