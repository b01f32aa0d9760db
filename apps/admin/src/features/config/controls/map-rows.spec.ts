import { isIncompleteMap, rowsOfMap, rowsOfText, rowsToText, toMap, type MapRow } from './map-rows';

it.each<[string, string, MapRow[]]>([
  [
    'colons',
    'a: 1\nb:2',
    [
      ['a', '1'],
      ['b', '2'],
    ],
  ],
  [
    'equals signs',
    'a=1\n\n b = 2 ',
    [
      ['a', '1'],
      ['b', '2'],
    ],
  ],
  ['values with colons', 'Referer: https://a.b', [['Referer', 'https://a.b']]],
  ['names alone', 'a', [['a', '']]],
  [
    'a JSON object',
    '{"a": 1, "b": "x"}',
    [
      ['a', '1'],
      ['b', 'x'],
    ],
  ],
])('reads %s', (_, text, rows) => expect(rowsOfText(text)).toEqual(rows));

it('reads what it wrote', () => {
  const rows = rowsOfMap({ a: 'x: y', b: '' });
  expect(rowsOfText(rowsToText(rows))).toEqual(rows);
});

it.each<[string, MapRow[], boolean]>([
  [
    'names with values',
    [
      ['a', '1'],
      ['b', ''],
    ],
    false,
  ],
  [
    'a row that nothing was typed in',
    [
      ['a', '1'],
      ['', ''],
    ],
    false,
  ],
  ['a value without a name', [['', '1']], true],
  [
    'a name twice',
    [
      ['a', '1'],
      [' a', '2'],
    ],
    true,
  ],
])('tells whether %s can be stored', (_, rows, isIncomplete) =>
  expect(isIncompleteMap(rows)).toBe(isIncomplete),
);

it('keeps what is no number as the text it is', () =>
  expect(
    toMap(
      [
        ['a', '1.5'],
        ['b', 'much'],
        ['', '3'],
      ],
      true,
    ),
  ).toEqual({ a: 1.5, b: 'much' }));
