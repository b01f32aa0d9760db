import { Cancellation } from '../../cancellation';
import { closedAfterEach } from '../../testing/closed-after-each';
import { RecordingSink } from '../../testing/recording-sink';
import {
  answer,
  aScriptedGateway,
  json,
  refusal,
  type Reply,
  reset,
  sse,
} from '../../testing/scripted-gateway';
import { aCall } from '../../testing/upstream-exchange';

const closing = closedAfterEach();
const aGateway = (options: Parameters<typeof aScriptedGateway>[0]) => closing(aScriptedGateway(options));

const invalidKey = refusal(400, 'INVALID_ARGUMENT', 'API key not valid.', [{ reason: 'API_KEY_INVALID' }]);
const rateLimited = refusal(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded.', [
  {
    '@type': 'type.googleapis.com/google.rpc.QuotaFailure',
    violations: [{ quotaId: 'GenerateRequestsPerMinutePerProjectPerModel-FreeTier', quotaValue: '5' }],
  },
  { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '17s' },
]);
const badRequest = refusal(400, 'INVALID_ARGUMENT', 'Invalid value at contents.');
const internal = refusal(500, 'INTERNAL');
const overloaded = refusal(503, 'UNAVAILABLE', 'The model is overloaded.');

const event = (text: string, finishReason?: string) => ({
  candidates: [{ content: { parts: [{ text }] }, finishReason }],
});
const streaming = { call: aCall({ scope: 'pro', replyForm: 'sse' }) };

it('hands an answer on as it came, with its usage', async () => {
  const gateway = await aGateway({ script: [answer] });
  const { sink, ...result } = await gateway.dispatch();
  expect(result).toMatchObject({
    attempts: 1,
    keyId: 1,
    fault: undefined,
    usage: { inputTokens: 3, outputTokens: 2 },
  });
  expect([sink.status, JSON.parse(sink.text)]).toEqual([
    200,
    expect.objectContaining({ candidates: expect.anything() }),
  ]);
  expect(gateway.pool.inFlight).toBe(0);
});

it.each<[string, Reply[], number, string[]]>([
  ['a dead key', [invalidKey], 0, ['1', '2']],
  ['a key that has reached its limit', [rateLimited, rateLimited], 0, ['1', '2', '3']],
  ['a lost connection', [reset], 1, ['1', '2']],
  ['an internal error', [internal], 1, ['1', '2']],
  [
    'an error as first event',
    [sse({ error: { code: 500, status: 'INTERNAL', message: 'x' } })],
    1,
    ['1', '2'],
  ],
  ['a page in place of an answer', [(response) => void response.end('<html>')], 1, ['1', '2']],
  ['an answer without parts', [json(200, { candidates: [{ finishReason: 'STOP' }] })], 1, ['1', '2']],
])('spares the client %s', async (_, script, maxRetries, keysUsed) => {
  const gateway = await aGateway({ script, maxRetries });
  const { fault, sink } = await gateway.dispatch();
  expect([fault, sink.status, sink.isEnded]).toEqual([undefined, 200, true]);
  expect(gateway.keysUsed).toEqual(keysUsed);
});

it('spares the client a stream that breaks before its first content', async () => {
  const broken: Reply = (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(`data: ${JSON.stringify({ usageMetadata: { promptTokenCount: 3 } })}\r\n\r\n`, () =>
      response.destroy(),
    );
  };
  const gateway = await aGateway({ script: [broken, sse(event('hello', 'STOP'))] });
  const { fault, sink } = await gateway.dispatch(streaming);
  expect([fault, sink.text.match(/data:/g)]).toEqual([undefined, ['data:']]);
});

it('makes no second attempt once content has reached the client, and says that the answer is cut', async () => {
  const gateway = await aGateway({ script: [sse(event('hel'))] });
  const { fault, isOpen, isBetweenEvents, attempts, sink } = await gateway.dispatch(streaming);
  expect([isOpen, isBetweenEvents, attempts, fault?.code]).toEqual([true, true, 1, 'truncated']);
  expect([sink.text.includes('hel'), sink.isEnded]).toEqual([true, false]);
});

it('tells of an error in the middle of a stream, and lets the key rest for it', async () => {
  const limited = {
    error: { code: 429, status: 'RESOURCE_EXHAUSTED', message: 'Quota exceeded: PerMinute', details: [] },
  };
  const gateway = await aGateway({ script: [sse(event('hel'), limited)] });
  const { fault, isOpen, sink } = await gateway.dispatch(streaming);
  expect([isOpen, fault?.status]).toEqual([true, 429]);
  expect(sink.text).not.toContain('Quota');
  expect(gateway.pool.holds()).toHaveLength(1);
});

it('asks no other key for what is the client’s mistake, and harms none', async () => {
  const gateway = await aGateway({ script: [badRequest] });
  const { fault, attempts } = await gateway.dispatch();
  expect([fault?.status, fault?.message, attempts]).toEqual([400, 'Invalid value at contents.', 1]);
  expect([gateway.pool.holds(), gateway.pool.totals().ready]).toEqual([[], 3]);
});

it('does not walk the pool with a request that upstream stumbles over', async () => {
  const gateway = await aGateway({ keys: 5, script: Array(9).fill(internal), maxRetries: 10 });
  const { fault, attempts } = await gateway.dispatch();
  expect([fault?.status, attempts]).toEqual([500, 2]);
});

it('walks past any number of dead keys without spending a retry', async () => {
  const gateway = await aGateway({ keys: 20, script: Array(19).fill(invalidKey), maxRetries: 0 });
  const { fault, attempts } = await gateway.dispatch();
  expect([fault, attempts, gateway.pool.totals().invalid]).toEqual([undefined, 20, 19]);
});

it('tells how long to wait when every key has reached its limit, and then asks no key at all', async () => {
  const gateway = await aGateway({ keys: 2, script: [rateLimited, rateLimited] });
  const first = await gateway.dispatch();
  gateway.clock.advance(5_000);
  const second = await gateway.dispatch();
  expect([first.fault?.status, first.fault?.retryAfterMs, first.attempts]).toEqual([429, 17_000, 2]);
  expect([second.fault?.status, second.fault?.retryAfterMs, second.attempts]).toEqual([429, 12_000, 0]);
  expect(gateway.keysUsed).toHaveLength(2);
});

it('says that there is no usable key when all are dead, and does not repeat what upstream said of them', async () => {
  const gateway = await aGateway({ keys: 2, script: [invalidKey, invalidKey] });
  const { fault } = await gateway.dispatch();
  expect([fault?.status, fault?.code]).toEqual([503, 'no_usable_key']);
  expect(fault?.message).not.toContain('API key not valid');
});

it('explains a network fault rather than the keys that rest beside it', async () => {
  const gateway = await aGateway({ keys: 2, script: [rateLimited, reset, reset], maxRetries: 1 });
  const { fault } = await gateway.dispatch();
  expect([fault?.status, fault?.code]).toEqual([502, 'upstream_unreachable']);
});

it('tries the only key again after a lost connection', async () => {
  const gateway = await aGateway({ keys: 1, script: [reset] });
  const { fault } = await gateway.dispatch();
  expect([fault, gateway.keysUsed]).toEqual([undefined, ['1', '1']]);
});

it('waits longer each time a model is overloaded, and then passes that on', async () => {
  const gateway = await aGateway({ script: Array(4).fill(overloaded) });
  const { fault } = await gateway.dispatch();
  expect(gateway.waitsMs).toEqual([1_000, 2_000, 4_000]);
  expect([fault?.status, fault?.retryAfterMs]).toEqual([503, 5_000]);
});

it('delivers an answer that stays empty as upstream gave it', async () => {
  const empty = json(200, { candidates: [{ finishReason: 'STOP' }] });
  const gateway = await aGateway({ script: [empty, empty] });
  const { fault, sink } = await gateway.dispatch();
  expect([fault, sink.status, JSON.parse(sink.text)]).toEqual([
    undefined,
    200,
    { candidates: [{ finishReason: 'STOP' }] },
  ]);
});

it('never delivers half an answer, even where every key gives no more', async () => {
  const half: Reply = (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"candidates": [{"content": {"par');
  };
  const gateway = await aGateway({ script: [half, half] });
  const { fault, sink } = await gateway.dispatch();
  expect([fault?.status, sink.text]).toEqual([502, '']);
});

it('closes the upstream connection when the client leaves, and gives the key back', async () => {
  const client = new Cancellation();
  let closed = (): void => undefined;
  const gone = new Promise<void>((resolve) => (closed = resolve));
  const silent: Reply = (response, request) => {
    request.socket.once('close', () => closed());
    client.cancel();
    void response;
  };
  const gateway = await aGateway({ script: [silent] });
  const { fault, isOpen } = await gateway.dispatch({ cancellation: client });
  await gone;
  expect([fault, isOpen, gateway.pool.inFlight]).toEqual([undefined, false, 0]);
  expect(gateway.settled.map(({ outcome }) => outcome.kind)).toEqual(['client_left']);
});

it('tells a client that is still there of a call that upstream takes for cancelled', async () => {
  const gateway = await aGateway({ script: [refusal(499, 'CANCELLED')] });
  const { fault, attempts } = await gateway.dispatch();
  expect([fault?.status, fault?.code, attempts]).toEqual([499, 'cancelled', 1]);
});

it('tells how long capacity that nobody has left keeps the model resting', async () => {
  const gateway = await aGateway({ keys: 2, script: Array(2).fill(refusal(429, 'RESOURCE_EXHAUSTED')) });
  const { fault } = await gateway.dispatch();
  expect([fault?.status, fault?.code, fault?.retryAfterMs]).toEqual([429, 'capacity_exhausted', 5_000]);
});

it.each<[string, Reply, keyof RecordingSink]>([
  ['an answer', answer, 'sendWhole'],
  ['a stream', sse(event('hello', 'STOP')), 'open'],
  ['the end of a stream', sse(event('hello', 'STOP')), 'end'],
])('gives the key back and waits for nothing when %s cannot be handed on', async (_, reply, step) => {
  const gateway = await aGateway({ script: [reply] });
  const sink = new RecordingSink();
  const mistake = new Error('a mistake');
  Object.assign(sink, {
    [step]: () => {
      throw mistake;
    },
  });
  const call = aCall({ scope: 'pro', replyForm: step === 'sendWhole' ? 'unary' : 'sse' });
  await expect(gateway.dispatch({ sink, call })).rejects.toBe(mistake);
  expect([gateway.pool.inFlight, gateway.pool.holds()]).toEqual([0, []]);
});

it('streams an answer that is too long to hold', async () => {
  const text = 'x'.repeat(3 * 1024 * 1024);
  const long = { ...event(text, 'STOP'), usageMetadata: { promptTokenCount: 7 } };
  const gateway = await aGateway({ script: [json(200, long)] });
  const { fault, sink, usage } = await gateway.dispatch();
  expect([fault, sink.text.length, usage?.inputTokens]).toEqual([undefined, JSON.stringify(long).length, 7]);
});

it('tells those who come later, too, that upstream has no capacity left, and asks no key for them', async () => {
  const exhausted = refusal(429, 'RESOURCE_EXHAUSTED', 'Resource has been exhausted (e.g. check quota).');
  const gateway = await aGateway({ script: [exhausted, exhausted] });
  const first = await gateway.dispatch();
  const later = await gateway.dispatch();
  expect([first.fault?.status, later.fault?.status, later.fault?.code]).toEqual([
    429,
    429,
    'capacity_exhausted',
  ]);
  expect([later.attempts, later.fault?.retryAfterMs]).toEqual([0, 5_000]);
});
