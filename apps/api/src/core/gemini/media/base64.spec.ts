import fc from 'fast-check';
import { parseBase64 } from './base64';

it('takes what encoders write, in both alphabets, with padding and without', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
      const text = Buffer.from(bytes).toString('base64');
      const url = Buffer.from(bytes).toString('base64url');
      expect([parseBase64(text), parseBase64(text.replace(/=+$/, '')), parseBase64(url)]).toEqual([
        text,
        text.replace(/=+$/, ''),
        url,
      ]);
    }),
  );
});

it('takes lines apart', () => {
  expect(parseBase64('AAAA\r\nBBBB\n')).toBe('AAAABBBB');
});

it.each(['', ' ', 'A', 'AAAAA', 'AA=', 'AAA==', 'AAAA=', 'AA=A', 'not base64!', 'AAA*', '===='])(
  'refuses what is none: %j',
  (text) => expect(parseBase64(text)).toBeUndefined(),
);

it('reads megabytes without running out of stack', () => {
  const text = 'A'.repeat(20_000_000);
  expect(parseBase64(text)).toBe(text);
});
