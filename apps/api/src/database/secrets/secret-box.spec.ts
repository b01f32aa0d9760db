import fc from 'fast-check';
import { SecretBox } from './secret-box';

const box = new SecretBox(Buffer.alloc(32, 1));

it('opens what it sealed, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => expect(box.decrypt(box.encrypt(text))).toBe(text)),
  );
});

it('seals the same text differently each time, and shows nothing of it', () => {
  const sealed = [box.encrypt('AIzaSyPlain'), box.encrypt('AIzaSyPlain')];
  expect(sealed[0]).not.toBe(sealed[1]);
  expect(Buffer.from(sealed[0]!.slice(3), 'base64').toString('latin1')).not.toContain('AIzaSyPlain');
});

it.each([
  ['another key', () => new SecretBox(Buffer.alloc(32, 2)).encrypt('text')],
  ['a changed byte', () => flipLastBit(box.encrypt('text'))],
  ['a cut', () => box.encrypt('text').slice(0, 20)],
  ['plain text', () => 'AIzaSyPlain'],
  ['nothing', () => ''],
])('refuses %s', (_, sealed) => {
  expect(() => box.decrypt(sealed())).toThrow();
});

function flipLastBit(sealed: string): string {
  const bytes = Buffer.from(sealed.slice(3), 'base64');
  bytes[bytes.length - 1]! ^= 1;
  return `v1:${bytes.toString('base64')}`;
}
