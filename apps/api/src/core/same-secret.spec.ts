import { isSameSecret } from './same-secret';
import { Secret } from './secret';

const secret = new Secret('a-token-of-some-length');

it.each([
  ['the secret', 'a-token-of-some-length', true],
  ['its beginning', 'a-token-of-some', false],
  ['more than it', 'a-token-of-some-length-', false],
  ['another of its length', 'b-token-of-some-length', false],
  ['nothing', '', false],
])('compares %s, without a word about where or how long', (_, presented, isSame) => {
  expect(isSameSecret(presented, secret)).toBe(isSame);
});
