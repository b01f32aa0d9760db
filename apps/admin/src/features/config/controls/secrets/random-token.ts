const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 43;

/** A token of the browser's cryptographic random source that nobody can guess: `sk-` and 43 letters and digits, 256 bits. */
export function randomToken(): string {
  let letters = '';
  while (letters.length < LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(64)))
      // Larger bytes would make the first letters likelier than the others.
      if (byte < 4 * ALPHABET.length) letters += ALPHABET[byte % ALPHABET.length];
  }
  return `sk-${letters.slice(0, LENGTH)}`;
}
