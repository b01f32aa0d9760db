import { randomInt } from 'node:crypto';
import { Secret } from '../../core/secret';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 48;

/** A new token: `sk-` and 48 letters and digits from the random source of the machine. */
export function makeToken(): Secret {
  return new Secret(
    `sk-${Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`,
  );
}
