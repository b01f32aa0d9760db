import { toUpstreamError } from '../errors/upstream-error';
import { classifyError } from './classify-error';

function classify(code: number, message: string, ...details: object[]) {
  return classifyError(toUpstreamError(code, { error: { code, message, details } }));
}

describe('classifyError', () => {
  it('lets no client disable a key by what it makes upstream quote', () => {
    const quoted = 'API key not valid. Please pass a valid API key. It was leaked.';
    expect(
      classify(400, `Invalid JSON payload received. Unknown name "${quoted}": Cannot find field.`).kind,
    ).toBe('invalid_request');
  });

  it('lets no wording count against a key where upstream names fields of the request', () => {
    const detail = {
      '@type': 'type.googleapis.com/google.rpc.BadRequest',
      fieldViolations: [{ description: 'x' }],
    };
    expect(classify(400, 'API key not valid.').kind).toBe('invalid_key');
    expect(classify(400, 'API key not valid.', detail).kind).toBe('invalid_request');
  });

  it('says how long to wait, and how large the token limit is', () => {
    const quotaId = 'GenerateContentInputTokensPerModelPerMinute-FreeTier';
    const outcome = classify(
      429,
      'x',
      { violations: [{ quotaId, quotaValue: '250000' }] },
      { retryDelay: '41s' },
    );
    expect(outcome).toMatchObject({
      kind: 'input_tokens_limited',
      retryAfterMs: 41_000,
      limitTokens: 250_000,
    });
  });

  it.each([
    [
      "Quota exceeded for quota metric 'Requests' and limit 'Requests per day' of service.",
      'quota_exhausted',
    ],
    ['Quota exceeded: input tokens per minute.', 'input_tokens_limited'],
    ['Quota exceeded: requests per minute.', 'rate_limited'],
  ])('asks the sentence where no detail names the limit: %s', (message, kind) => {
    expect(classify(429, message).kind).toBe(kind);
  });

  it('names the project that owns the key', () => {
    const info = { reason: 'CONSUMER_SUSPENDED', metadata: { consumer: 'projects/42' } };
    expect(classify(403, 'x', info)).toMatchObject({
      kind: 'project_suspended',
      error: { project: 'projects/42' },
    });
  });

  it('reads the status of an error that came inside a stream from its code, or else from its name', () => {
    const byCode = toUpstreamError(200, { error: { code: 503, message: 'x' } });
    const byName = toUpstreamError(200, { error: { code: null, message: 'x', status: 'UNAVAILABLE' } });
    expect([classifyError(byCode).kind, classifyError(byName).kind]).toEqual(['overloaded', 'overloaded']);
  });
});
