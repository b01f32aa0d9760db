import { CallMetrics } from './call-metrics';
import { anAttempt, aRequest } from '../testing/gateway-events';

/** The lines about one metric, without its help. */
async function linesOf(metrics: CallMetrics, name: string): Promise<string[]> {
  const text = await metrics.registry.metrics();
  return text.split('\n').filter((line) => line.startsWith(`gemini_balance_${name}`));
}

it.each([
  ['an answer', {}, '{route="/v1/chat/completions",protocol="openai-chat",status="2xx",result="success"} 1'],
  ['a refusal', { status: 429, errorCode: 'no_key_ready' }, 'status="4xx",result="failure"} 1'],
  ['a fault inside a stream', { errorCode: 'truncated' }, 'status="2xx",result="failure"} 1'],
  ['a client that left', { status: 499, errorCode: 'client_left' }, 'status="499",result="client_left"} 1'],
])('counts %s', async (_, facts, line) => {
  const metrics = new CallMetrics();
  metrics.requestFinished(aRequest(facts));
  const lines = await linesOf(metrics, 'requests_total');
  expect(lines).toEqual([expect.stringContaining(line)]);
});

it('counts attempts by what they proved', async () => {
  const metrics = new CallMetrics();
  const error = { status: 429, message: '', details: [] };
  metrics.attemptSettled(anAttempt());
  metrics.attemptSettled(anAttempt({ outcome: { kind: 'rate_limited', error } }));
  metrics.attemptSettled(anAttempt({ outcome: { kind: 'rate_limited', error } }));
  expect(await linesOf(metrics, 'attempts_total')).toEqual([
    'gemini_balance_attempts_total{outcome="ok"} 1',
    'gemini_balance_attempts_total{outcome="rate_limited"} 2',
  ]);
});

it('sorts durations into the buckets of the stored histograms, in seconds', async () => {
  const metrics = new CallMetrics();
  metrics.requestFinished(aRequest({ latencyMs: 250, ttftMs: undefined }));
  const lines = await linesOf(metrics, 'request_duration_seconds');
  expect(lines).toEqual(
    expect.arrayContaining([
      'gemini_balance_request_duration_seconds_bucket{le="0.2",protocol="openai-chat"} 0',
      'gemini_balance_request_duration_seconds_bucket{le="0.3",protocol="openai-chat"} 1',
      'gemini_balance_request_duration_seconds_sum{protocol="openai-chat"} 0.25',
    ]),
  );
  expect(await linesOf(metrics, 'first_token_seconds')).toEqual([]);
});

it('knows no more series after a thousand models, keys and tokens than after one', async () => {
  const metrics = new CallMetrics();
  metrics.requestFinished(aRequest());
  metrics.attemptSettled(anAttempt());
  const count = async () => (await linesOf(metrics, '')).length;
  const before = await count();
  for (let n = 0; n < 1_000; n++) {
    metrics.requestFinished(aRequest({ model: `model-${n}`, keyId: n, tokenId: n }));
    metrics.attemptSettled(anAttempt({ model: `model-${n}`, keyId: n }));
  }
  expect(await count()).toBe(before);
});
