import fc from 'fast-check';
import { scrubCredentials } from './scrub-credentials';

describe('scrubCredentials', () => {
  it.each([
    ['Bad key AIzaSyA1234567890abcdef.', 'Bad key [key].'],
    ['key AQ.Ab8RN6Kx_y-z1234 refused', 'key [key] refused'],
    ["Consumer 'api_key:abcdef' suspended", "Consumer 'api_key:[key]' suspended"],
    ['GET /v1/models?key=abc123&alt=sse', 'GET /v1/models?key=[key]&alt=sse'],
    ['GET /v1/models?alt=sse&access_token=abc', 'GET /v1/models?alt=sse&access_token=[key]'],
    ['header Bearer abcdefghijkl', 'header Bearer [key]'],
    ['socks5://joe:secret@proxy:1080 refused', 'socks5://[key]@proxy:1080 refused'],
  ])('%s', (text, scrubbed) => {
    expect(scrubCredentials(text)).toBe(scrubbed);
  });

  it('leaves ordinary sentences alone', () => {
    const text =
      'models/gemini-3-pro is not found for API version v1beta: see https://ai.google.dev/docs?hl=en.';
    expect(scrubCredentials(text)).toBe(text);
  });

  it('removes a key wherever it stands', () => {
    const key = fc.stringMatching(/^AIza[A-Za-z0-9_-]{35}$/);
    fc.assert(
      fc.property(fc.string(), key, fc.string(), (before, secret, after) => {
        expect(scrubCredentials(`${before}${secret}${after}`)).not.toContain(secret);
      }),
    );
  });
});
