import { withoutRow, withRow, withRowMoved, withRowsAt } from './row-changes';

const ROWS = ['a', 'b', 'c'];

it.each([
  ['changes one', withRow(ROWS, 1, 'x'), 'axc'],
  ['takes one out', withoutRow(ROWS, 0), 'bc'],
  ['puts several in the place of one', withRowsAt(ROWS, 1, ['x', 'y']), 'axyc'],
  ['moves one down', withRowMoved(ROWS, 0, 1), 'bac'],
  ['moves one up', withRowMoved(ROWS, 2, 1), 'acb'],
  ['leaves the first where it is', withRowMoved(ROWS, 0, -1), 'abc'],
  ['leaves the last where it is', withRowMoved(ROWS, 2, 3), 'abc'],
])('%s', (_, rows, expected) => expect(rows.join('')).toBe(expected));
