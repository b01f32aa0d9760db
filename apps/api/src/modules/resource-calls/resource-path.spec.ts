import { UnknownPathError } from '../../core/gateway-error';
import { parseResourcePath } from './resource-path';

it.each<[tail: string, path: string, name: string, verb: string | undefined, isCollection: boolean]>([
  ['files', 'files', 'files', undefined, true],
  ['files/x', 'files/x', 'files/x', undefined, false],
  ['files/x:download', 'files/x:download', 'files/x', 'download', false],
  ['files:register', 'files:register', 'files', 'register', true],
  [
    'environments/e/files/a b.txt',
    'environments/e/files/a%20b.txt',
    'environments/e/files/a b.txt',
    undefined,
    false,
  ],
  ['files/x?y#z', 'files/x%3Fy%23z', 'files/x?y#z', undefined, false],
])('reads %s', (tail, path, name, verb, isCollection) => {
  expect(parseResourcePath(tail)).toEqual({
    path,
    name,
    verb,
    isCollection,
    collection: tail.split(/[/:]/)[0],
  });
});

it.each(['', '/', 'files/', 'files//x', '../admin', 'files/..', 'files/../../x', '.well-known/x', '%00'])(
  'refuses %j',
  (tail) => {
    expect(() => parseResourcePath(tail)).toThrow(UnknownPathError);
  },
);
