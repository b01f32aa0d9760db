import fc from 'fast-check';
import { parseEnvFile } from './env-file';
import { byUpperCaseName } from './env-layer';

it.each([
  ['a line', 'A=1', { A: '1' }],
  ['Windows line ends and a byte order mark', '\uFEFFA=1\r\nB=2\r\n', { A: '1', B: '2' }],
  ['export and blanks', ' export  A = 1', { A: '1' }],
  ['an equals sign in the value', 'A=b=c', { A: 'b=c' }],
  ['comments, blank lines and rubbish', '# B=1\n\nrubbish\nA=1', { A: '1' }],
  ['the last of two', 'A=1\nA=2', { A: '2' }],
  ['a comment behind the value', 'A=x y # note\nB="x # y" # note', { A: 'x y', B: 'x # y' }],
  ['a quoted value over several lines', `A='["a",\n"b"]'\nB=1`, { A: '["a",\n"b"]', B: '1' }],
  ['a quote that is never closed, alone', 'A="x\nB="y"', { A: '"x', B: 'y' }],
  ['an empty value as not set', 'A=\nB=""', {}],
])('reads %s', (_, content, expected) => {
  expect(Object.fromEntries(byUpperCaseName(parseEnvFile(content)))).toEqual(expected);
});

it('never fails, whatever the file holds', () => {
  const line = fc.oneof(
    fc.string(),
    fc.tuple(fc.constantFrom('A', 'B'), fc.string()).map((pair) => pair.join('=')),
  );
  fc.assert(fc.property(fc.array(line), (lines) => void byUpperCaseName(parseEnvFile(lines.join('\n')))));
});
