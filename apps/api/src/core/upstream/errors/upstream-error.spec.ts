import { parseUpstreamError } from './upstream-error';

const QUOTA = {
  error: { code: 429, message: 'Slow down.', status: 'RESOURCE_EXHAUSTED', details: [{ reason: 'X' }] },
};
const READ = {
  status: 429,
  rpcStatus: 'RESOURCE_EXHAUSTED',
  message: 'Slow down.',
  details: [{ reason: 'X' }],
};

function parse(status: number, body: unknown) {
  return parseUpstreamError(status, Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)));
}

describe('parseUpstreamError', () => {
  it.each([
    ['an object', QUOTA],
    ['an array', [QUOTA]],
    ['an array that begins with something else', [{}, QUOTA]],
    ['pretty-printed JSON', JSON.stringify(QUOTA, null, 2)],
    [
      'JSON inside the message',
      { error: { code: 500, message: JSON.stringify(QUOTA), status: 'Too Many Requests' } },
    ],
    [
      'JSON inside the message, twice',
      { error: { message: JSON.stringify({ error: { message: JSON.stringify(QUOTA) } }) } },
    ],
    ['a null code', { error: { ...QUOTA.error, code: null } }],
  ])('reads %s', (_, body) => {
    expect(parse(429, body)).toEqual(READ);
  });

  it('reads an error without details, and one that is a string', () => {
    expect(parse(500, { error: { message: 'x' } })).toEqual({ status: 500, message: 'x', details: [] });
    expect(parse(400, { error: 'invalid_grant', error_description: 'Bad.' }).message).toBe('Bad.');
  });

  it('says in one line what an HTML page says', () => {
    const page =
      '<!DOCTYPE html><html><style>p {}</style><title>Error 502</title>\n<p><b>502.</b> Try again.</html>';
    expect(parse(502, page).message).toBe('Error 502 502. Try again.');
  });

  it.each([302, 503])('has a message for an empty body of %i', (status) => {
    expect(parse(status, '').message).toBe(`Upstream answered ${status} without an explanation.`);
  });

  it('holds no credential in the message or anywhere in the details', () => {
    const key = 'AIzaSyA1234567890abcdefghijklmnopqrstuv';
    const error = parse(403, {
      error: {
        code: 403,
        message: `Permission denied: Consumer 'api_key:${key}' has been suspended.`,
        details: [{ metadata: { consumer: `api_key:${key}`, [key]: [`https://x/?key=${key}`] } }],
      },
    });
    expect(JSON.stringify(error)).not.toContain(key);
    expect(error.message).toBe("Permission denied: Consumer 'api_key:[key]' has been suspended.");
  });

  it('finds the project in the sentence where no detail names it', () => {
    const message = 'Gemini API has not been used in project 123456 before or it is disabled.';
    expect(parse(403, { error: { message } }).project).toBe('projects/123456');
  });

  it('survives JSON nested deeper than any stack', () => {
    const deep = `{"error":{"message":"x","details":[{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}]}}`;
    expect(parse(400, deep).message).toBe('x');
  });
});
