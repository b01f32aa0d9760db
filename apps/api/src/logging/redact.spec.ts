import fc from 'fast-check';
import { redact } from './redact';

const OLD_KEY = `AIza${'Sy0_-aB'.repeat(5)}`;
const NEW_KEY = `AQ.${'Ab8RN6-_x'.repeat(6)}`;

it.each([
  ['an old key', `key ${OLD_KEY} rests`, 'key [secret] rests'],
  ['a new key', `(${NEW_KEY})`, '([secret])'],
  ['a key cut short', OLD_KEY.slice(0, 24), '[secret]'],
  ['a client token', 'token sk-123456, please', 'token [secret], please'],
  ['a bearer header', 'Authorization: Bearer abc.def', 'Authorization: Bearer [secret]'],
  ['a key in a query', 'GET /v1beta/models?key=hunter2&alt=sse', 'GET /v1beta/models?key=[secret]&alt=sse'],
  ['a later query value', '/x?alt=sse&key=hunter2#top', '/x?alt=sse&key=[secret]#top'],
  [
    'the password of a proxy',
    'via socks5://bob:hunter2@10.0.0.1:1080',
    'via socks5://[secret]@10.0.0.1:1080',
  ],
  ['a session cookie', 'cookie: a=1; gb_session=hunter2; b=2', 'cookie: a=1; gb_session=[secret]; b=2'],
  ['a header by its name', '{"x-goog-api-key":"hunter2"}', '{"x-goog-api-key":"[secret]"}'],
  ['a field by its name', '{"password": "hunter2", "n": 1}', '{"password": "[secret]", "n": 1}'],
  ['JSON within JSON', '{"body":"{\\"apiKey\\":\\"hunter2\\"}"}', '{"body":"{\\"apiKey\\":\\"[secret]\\"}"}'],
  ['a Google token', 'ya29.a0AfH6SMBx', '[secret]'],
])('hides %s', (_, text, shown) => expect(redact(text)).toBe(shown));

it.each([
  'the task-scheduler asked twice',
  'risk-free, desk-123456',
  'keyId 12, tokenId 3, inputTokens 5',
  'https://example.org/a?alt=sse#key',
  'mail bob@example.org',
  '"tokens":"many"',
  'AQ. and AIza',
])('leaves %s alone', (text) => expect(redact(text)).toBe(text));

it('finds a key wherever it stands', () => {
  const around = fc.string({ maxLength: 40 });
  fc.assert(
    fc.property(around, around, (before, after) => {
      expect(redact(`${before}${OLD_KEY}${after}`)).not.toContain(OLD_KEY.slice(4));
    }),
  );
});

it('changes nothing that is redacted already', () => {
  const piece = fc.constantFrom(
    OLD_KEY,
    NEW_KEY,
    'sk-123456',
    '?key=x',
    'Bearer y',
    ' ',
    '"',
    '://a:b@',
    'word',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const once = redact(pieces.join(''));
      expect(redact(once)).toBe(once);
    }),
  );
});
