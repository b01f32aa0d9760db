import { loadErrorFixtures, loadReplyFixtures } from '@gemini-balance/gemini-simulator';
import fc from 'fast-check';
import { readReply } from './read-reply';

const ANSWER = { expects: 'answer' } as const;

function kindOf(...reply: Parameters<typeof readReply>): string {
  return readReply(...reply).outcome.kind;
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

function refusal(code: number, status: string, message: string, details?: unknown[]): Buffer {
  return json({ error: { code, status, message, ...(details ? { details } : {}) } });
}

function quotaFailure(...violations: Record<string, string>[]): unknown {
  return { '@type': 'type.googleapis.com/google.rpc.QuotaFailure', violations };
}

function errorInfo(reason: string, metadata: Record<string, string> = {}): unknown {
  return { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, metadata };
}

const RETRY_41S = { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '41s' };

describe('readReply', () => {
  it.each(
    [...loadErrorFixtures(), ...loadReplyFixtures()].map(
      (fixture) => [`row ${fixture.row}: ${fixture.name}`, fixture] as const,
    ),
  )('%s', (_, fixture) => {
    const body = Buffer.from(typeof fixture.body === 'string' ? fixture.body : JSON.stringify(fixture.body));
    expect(kindOf(fixture.status, fixture.headers ?? {}, body, ANSWER)).toBe(fixture.outcome);
  });

  it.each([
    [
      'row 1: the reason alone',
      400,
      refusal(400, 'INVALID_ARGUMENT', 'No.', [errorInfo('API_KEY_INVALID')]),
      'invalid_key',
    ],
    [
      'row 1: the sentence alone',
      400,
      refusal(400, 'INVALID_ARGUMENT', 'API key expired. Please renew the API key.'),
      'invalid_key',
    ],
    ['row 2: the status alone', 401, Buffer.from(''), 'unauthenticated_key'],
    [
      'row 2: a key sent where a token is wanted',
      401,
      refusal(401, 'UNAUTHENTICATED', 'API keys are not supported by this API.'),
      'unauthenticated_key',
    ],
    [
      'row 6: any blocked key',
      403,
      refusal(403, 'PERMISSION_DENIED', 'x', [errorInfo('API_KEY_NEW_KIND_BLOCKED')]),
      'misconfigured_key',
    ],
    [
      'row 6: a refusal that names nothing',
      403,
      refusal(403, 'PERMISSION_DENIED', 'The caller does not have permission'),
      'misconfigured_key',
    ],
    [
      'row 10: a file that is not ready',
      400,
      refusal(400, 'FAILED_PRECONDITION', 'The File abc is not in an ACTIVE state.'),
      'invalid_request',
    ],
    ['row 10: a body that is too large', 413, Buffer.from('<html>413</html>'), 'invalid_request'],
    [
      'row 12: a missing entity of an answer call',
      404,
      refusal(404, 'NOT_FOUND', 'Requested entity was not found.'),
      'model_not_found',
    ],
    [
      'row 14: no violation but a delay',
      429,
      refusal(429, 'RESOURCE_EXHAUSTED', 'Wait.', [RETRY_41S]),
      'rate_limited',
    ],
    [
      'row 14: an exceeded quota without any detail',
      429,
      refusal(429, 'RESOURCE_EXHAUSTED', 'You exceeded your current quota.'),
      'rate_limited',
    ],
    [
      'row 15: a day beside RetryInfo',
      429,
      refusal(429, 'RESOURCE_EXHAUSTED', 'x', [
        quotaFailure({ quotaId: 'FooPerDay', quotaValue: '5' }),
        RETRY_41S,
      ]),
      'quota_exhausted',
    ],
    [
      'row 15: a wait of hours',
      429,
      refusal(429, 'RESOURCE_EXHAUSTED', 'Please retry in 51820.6s.'),
      'quota_exhausted',
    ],
    [
      'row 15: a daily quota_limit',
      429,
      refusal(429, 'RESOURCE_EXHAUSTED', 'x', [
        errorInfo('RATE_LIMIT_EXCEEDED', { quota_limit: 'RequestsDaily', quota_limit_value: '9' }),
      ]),
      'quota_exhausted',
    ],
    [
      'row 17: a violation without a value',
      429,
      refusal(429, 'RESOURCE_EXHAUSTED', 'x', [quotaFailure({ quotaId: 'FooPerMinute' })]),
      'not_entitled',
    ],
    [
      'row 17: a value of 0',
      429,
      refusal(429, 'RESOURCE_EXHAUSTED', 'x', [quotaFailure({ quotaId: 'FooPerDay', quotaValue: '0' })]),
      'not_entitled',
    ],
    ['row 21: nothing at all', 429, Buffer.from(''), 'capacity_exhausted'],
    ['row 21: HTML', 429, Buffer.from('<html><title>429</title></html>'), 'capacity_exhausted'],
    ['row 23: an unknown 5xx', 520, Buffer.from('oops'), 'upstream_failed'],
    ['row 23: a redirect', 302, Buffer.from(''), 'upstream_failed'],
    ['row 24: 503 as HTML', 503, Buffer.from('<html>busy</html>'), 'overloaded'],
    [
      'an error under 200',
      200,
      refusal(429, 'RESOURCE_EXHAUSTED', 'x', [quotaFailure({ quotaId: 'FooPerMinute', quotaValue: '5' })]),
      'rate_limited',
    ],
    ['row 28: HTML under 200', 200, Buffer.from('<html>hello</html>'), 'empty_reply'],
    ['row 28: an empty body', 200, Buffer.from(''), 'empty_reply'],
    [
      'row 28: only a signature',
      200,
      json({
        candidates: [{ content: { parts: [{ text: '', thoughtSignature: 'x' }] }, finishReason: 'STOP' }],
      }),
      'empty_reply',
    ],
    [
      'a malformed call after useful text',
      200,
      json({
        candidates: [{ content: { parts: [{ text: 'x' }] }, finishReason: 'MALFORMED_FUNCTION_CALL' }],
      }),
      'ok',
    ],
    [
      'a function call',
      200,
      json({ candidates: [{ content: { parts: [{ functionCall: { name: 'f' } }] }, finishReason: 'STOP' }] }),
      'ok',
    ],
    ['row 30: an unknown finish reason', 200, json({ candidates: [{ finishReason: 'NEW_SAFETY' }] }), 'ok'],
    ['an answer in an array', 200, json([{ candidates: [{ content: { parts: [{ text: 'x' }] } }] }]), 'ok'],
  ])('%s', (_, status, body, kind) => {
    expect(kindOf(status, {}, body, ANSWER)).toBe(kind);
  });

  it.each([
    [
      "a denied call for a resource is the resource's",
      403,
      refusal(403, 'PERMISSION_DENIED', 'The caller does not have permission'),
      'json',
      'resource_denied',
    ],
    [
      "a missing entity is the resource's",
      404,
      refusal(404, 'NOT_FOUND', 'Requested entity was not found.'),
      'json',
      'resource_denied',
    ],
    [
      "a missing model is the model's",
      404,
      refusal(404, 'NOT_FOUND', 'models/foo is not found'),
      'json',
      'model_not_found',
    ],
    ['JSON of any kind is a reply', 200, json({}), 'json', 'ok'],
    ['text is no reply where JSON is wanted', 200, Buffer.from('hello'), 'json', 'empty_reply'],
    ['no content is a reply with 204', 204, Buffer.from(''), 'json', 'ok'],
    ['bytes are a reply where anything is', 200, Buffer.from([0xff, 0x00]), 'anything', 'ok'],
  ] as const)('%s', (_, status, body, expects, kind) => {
    expect(kindOf(status, {}, body, { expects })).toBe(kind);
  });

  it('takes any bytes with any status', () => {
    const expects = fc.constantFrom('answer' as const, 'json' as const, 'anything' as const);
    const body = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json().map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 999 }), body, expects, (status, bytes, wanted) => {
        expect(typeof kindOf(status, {}, Buffer.from(bytes), { expects: wanted })).toBe('string');
      }),
    );
  });

  it('takes error envelopes of any shape', () => {
    const field = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('message', 'status', 'RESOURCE_EXHAUSTED', 429, null),
    );
    const error = fc.dictionary(fc.constantFrom('code', 'status', 'message', 'details', 'errors'), field);
    fc.assert(
      fc.property(error, (value) => {
        expect(kindOf(429, {}, json({ error: value }), ANSWER)).not.toBe('ok');
      }),
    );
  });
});
