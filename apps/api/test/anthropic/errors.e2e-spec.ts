import Anthropic, { APIError } from '@anthropic-ai/sdk';
import { loadErrorFixtures } from '@gemini-balance/gemini-simulator';
import { anthropicAt, ask } from '../support/clients/anthropic-client';
import { rowOf } from '../support/documents/classification-table';
import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig } from '../support/rigs/gateway-rig';

const fixtures = loadErrorFixtures().map((fixture) => [fixture.row, fixture.name, fixture] as const);

/** Statuses that upstream gives and Anthropic words otherwise (docs/protocol-notes.md, "Errors of Anthropic clients"). */
const OVERLOADED: Readonly<Record<number, number>> = { 503: 529 };
const TYPES: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  500: 'api_error',
  502: 'api_error',
  504: 'timeout_error',
  529: 'overloaded_error',
};

let rig: GatewayRig;
let anthropic: Anthropic;

beforeAll(async () => {
  rig = await GatewayRig.start({ env: { MAX_RETRIES: '0' } });
  anthropic = anthropicAt(rig.gateway.url);
});
afterAll(() => rig.close());
afterEach(() => rig.reset());

const thrownBy = (call: () => PromiseLike<unknown>): Promise<APIError> =>
  Promise.resolve(call()).then(
    () => Promise.reject(new Error('It was answered.')),
    (error: unknown) => error as APIError,
  );

describe('what upstream refuses', () => {
  it.each(fixtures)('row %i, %s: is told as Anthropic tells it', async (_, name, fixture) => {
    const keys = await rig.addKeys(1);
    const { finalStatus, isToldToWait } = rowOf(fixture);
    const status = OVERLOADED[finalStatus] ?? finalStatus;
    for (const stream of [false, true]) {
      const model = rig.freshModel();
      rig.simulator.on({ model }).fail(name);
      const error = await thrownBy(() => anthropic.messages.create({ ...ask('Hi'), model, stream }));
      expect(error).toBeInstanceOf(APIError);
      expect([error.status, error.type]).toEqual([status, TYPES[status] ?? 'invalid_request_error']);
      expect(error.status).not.toBe(401);
      expect(error.apiMessage).toMatch(/\S/);
      expect(error.requestID).toMatch(/^req_/);
      expect(error.error).toMatchObject({ type: 'error', request_id: error.requestID });
      const waitS = Number(error.headers?.get('retry-after') ?? 0);
      expect(waitS > 0).toBe(isToldToWait);
      expect(error.headers?.get('x-should-retry') ?? null).toBe(waitS > 60 ? 'false' : null);
      for (const secret of [...keys, CLIENT_TOKEN]) expect(JSON.stringify(error.error)).not.toContain(secret);
    }
  });

  it('is called too long in the words that Claude Code looks for', async () => {
    await rig.addKeys(1);
    const model = rig.freshModel();
    rig.simulator.on({ model }).fail('400-too-many-tokens');
    const error = await thrownBy(() => anthropic.messages.create({ ...ask('Hi'), model }));
    expect(error.apiMessage).toBe('prompt is too long: 1048999 tokens > 1048576 maximum');
  });

  it('is told of a count in the same way', async () => {
    await rig.addKeys(1);
    const model = rig.freshModel();
    rig.simulator.on({ model }).fail('404-model-not-found');
    const { messages } = ask('Hi');
    const error = await thrownBy(() => anthropic.messages.countTokens({ model, messages }));
    expect(error).toMatchObject({ status: 404, type: 'not_found_error' });
  });
});

describe('what the gateway refuses', () => {
  it.each<[string, () => PromiseLike<unknown>, new (...given: never[]) => Error, string]>([
    [
      'a token that is not valid',
      () => anthropicAt(rig.gateway.url, { apiKey: 'sk-ant-wrong' }).messages.create(ask('Hi')),
      Anthropic.AuthenticationError,
      'authentication_error',
    ],
    [
      'what is no request',
      () => anthropic.messages.create({ ...ask('Hi'), messages: 'x' as never }),
      Anthropic.BadRequestError,
      'invalid_request_error',
    ],
    [
      'a picture on a private address',
      () =>
        anthropic.messages.create(
          ask([{ type: 'image', source: { type: 'url', url: 'http://169.254.169.254/latest/meta-data' } }]),
        ),
      Anthropic.BadRequestError,
      'invalid_request_error',
    ],
    [
      'what it does not have',
      () => anthropic.messages.batches.list(),
      Anthropic.NotFoundError,
      'not_found_error',
    ],
    [
      'a model that nobody lists',
      () => anthropic.models.retrieve('gemini-9'),
      Anthropic.NotFoundError,
      'not_found_error',
    ],
  ])('is told as Anthropic tells it: %s', async (_, call, kind, type) => {
    await rig.addKeys(1);
    const error = await thrownBy(call);
    expect(error).toBeInstanceOf(kind);
    expect(error).toMatchObject({ type, requestID: expect.stringMatching(/^req_/) });
  });

  it('is told of calls without a key as too much to do, with a wait', async () => {
    const error = await thrownBy(() => anthropic.messages.create(ask('Hi')));
    expect(error).toBeInstanceOf(Anthropic.OverloadedError);
    expect(Number(error.headers?.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('a stream', () => {
  it.each([
    ['503-overloaded', 'overloaded_error'],
    ['500-internal', 'api_error'],
    ['429-per-minute', 'rate_limit_error'],
    ['400-api-key-invalid', 'overloaded_error'],
  ])('that breaks with %s says so, and does not end as if all were well', async (fixture, type) => {
    await rig.addKeys(2);
    const model = rig.freshModel();
    rig.simulator.on({ model }).do({ kind: 'mid-stream-error', fixture, afterEvents: 2 });
    const stream = anthropic.messages.stream({ ...ask('Tell a story'), model });
    const events: string[] = [];
    stream.on('streamEvent', (event) => events.push(event.type));
    const error = await thrownBy(() => stream.finalMessage());
    expect(error).toMatchObject({ type });
    expect(events).toContain('content_block_delta');
    expect(events).not.toContain('message_stop');
  });

  it('that upstream cuts says so', async () => {
    await rig.addKeys(1);
    const model = rig.freshModel();
    rig.simulator.on({ model }).do({ kind: 'finish-reason', on: 'none' });
    const stream = anthropic.messages.stream({ ...ask('Tell a story'), model });
    expect(await thrownBy(() => stream.finalMessage())).toMatchObject({ type: 'api_error' });
  });

  it.each([
    ['before its first event', { kind: 'stall', afterBytes: 0 } as const],
    ['in the middle', { kind: 'stall', afterEvents: 2 } as const],
  ])('that its client leaves %s is ended upstream', async (_, fault) => {
    await rig.addKeys(1);
    const model = rig.freshModel();
    rig.simulator.on({ model }).do(fault);
    const stream = anthropic.messages.stream({ ...ask('Tell a story'), model });
    const ended = thrownBy(() => stream.finalMessage());
    const call = await rig.simulator.waitForRequest((request) => request.model === model);
    stream.abort();
    expect(await ended).toBeInstanceOf(Anthropic.APIUserAbortError);
    await call.closed;
    expect((await rig.keys()).map(({ inFlight, state }) => [inFlight, state])).toEqual([[0, 'ready']]);
  });
});
