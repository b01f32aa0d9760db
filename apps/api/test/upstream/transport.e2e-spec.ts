import { geminiSdk } from '../support/clients/gemini-sdk';
import { eventsOf } from '../support/clients/stream-events';
import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig, type StreamForm } from '../support/rigs/gateway-rig';

const EVENTS = 5;
const FORMS = ['unary', 'sse', 'json-array'] as const;
type Form = (typeof FORMS)[number];

let rig: GatewayRig;

beforeAll(async () => {
  // A short timeout for the replies that never come; those that do come may take a moment on a busy machine.
  rig = await GatewayRig.start({ env: { MAX_RETRIES: '1', TIME_OUT: '3' } });
});
afterAll(() => rig.close());
afterEach(() => rig.reset());

const ask = (model: string, form: Form): Promise<Response> =>
  form === 'unary' ? rig.generate(model) : rig.stream(model, form);
const stream = async (model: string, form: StreamForm): Promise<unknown[]> =>
  eventsOf(await (await rig.stream(model, form)).text(), form);

const anEvent = expect.objectContaining({ candidates: expect.any(Array) });
const anError = (code: number) => ({
  error: expect.objectContaining({ code, message: expect.any(String), status: expect.any(String) }),
});

describe('a connection that is lost before an answer', () => {
  const cases = (['connect', 'headers'] as const).flatMap((at) => FORMS.map((form) => [at, form] as const));

  it.each(cases)('at %s, for %s: the client is spared it', async (at, form) => {
    await rig.addKeys(2);
    const model = rig.freshModel();
    rig.simulator.on({ model }).once().do({ kind: 'reset', at });
    const response = await ask(model, form);
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('candidates')]);
    expect(rig.callsFor(model)).toHaveLength(2);
  });

  it.each(cases)('at %s, for %s: each time, is an honest 502 that harms no key', async (at, form) => {
    await rig.addKeys(2);
    const model = rig.freshModel();
    rig.simulator.on({ model }).do({ kind: 'reset', at });
    const response = await ask(model, form);
    expect([response.status, await response.json()]).toEqual([502, anError(502)]);
    expect((await rig.keys()).map(({ state, failures, holds }) => [state, failures, holds])).toEqual([
      ['ready', 0, []],
      ['ready', 0, []],
    ]);
  });
});

describe('an upstream that falls silent', () => {
  it.each(FORMS)('before its headers, for %s: another key is asked', async (form) => {
    await rig.addKeys(2);
    const model = rig.freshModel();
    rig.simulator.on({ model }).once().do({ kind: 'latency', ms: 60_000 });
    expect((await ask(model, form)).status).toBe(200);
    const [silent] = rig.callsFor(model);
    await silent!.closed;
  });

  it.each(FORMS)('after its headers, for %s: another key is asked', async (form) => {
    await rig.addKeys(2);
    const model = rig.freshModel();
    rig.simulator.on({ model }).once().do({ kind: 'stall', afterBytes: 0 });
    expect((await ask(model, form)).status).toBe(200);
    expect(rig.callsFor(model)).toHaveLength(2);
  });

  it('for everybody is a 504', async () => {
    await rig.addKeys(1);
    const model = rig.freshModel();
    rig.simulator.on({ model }).do({ kind: 'latency', ms: 60_000 });
    const response = await rig.generate(model);
    expect([response.status, await response.json()]).toEqual([504, anError(504)]);
  });

  it.each<StreamForm>(['sse', 'json-array'])('in the middle of %s: the client is told so', async (form) => {
    await rig.addKeys(2);
    const model = rig.freshModel();
    rig.simulator.on({ model }).do({ kind: 'stall', afterEvents: 2 });
    expect(await stream(model, form)).toEqual([anEvent, anEvent, anError(504)]);
    const [silent] = rig.callsFor(model);
    await silent!.closed;
    expect(rig.callsFor(model)).toHaveLength(1);
  });
});

describe('an unusual stream', () => {
  it.each(['crlf', 'lf', 'cr'] as const)('with lines that end in %s is read by the SDK', async (ending) => {
    await rig.addKeys(1);
    const model = rig.freshModel();
    rig.simulator.on({ model }).do({ kind: 'line-ending', ending });
    const events = await geminiSdk(rig.gateway.url, CLIENT_TOKEN).models.generateContentStream({
      model,
      contents: 'Tell a story',
    });
    const reasons = [];
    for await (const { candidates } of events) reasons.push(candidates?.[0]?.finishReason);
    expect(reasons).toEqual([...Array<undefined>(EVENTS - 1).fill(undefined), 'STOP']);
  });

  it.each(['last', 'none'] as const)('with usage on %s of its events passes', async (on) => {
    await rig.addKeys(1);
    const model = rig.freshModel();
    rig.simulator.on({ model }).do({ kind: 'usage', on });
    const events = await stream(model, 'sse');
    expect(events.map((event) => 'usageMetadata' in (event as object))).toEqual([
      ...Array<boolean>(EVENTS - 1).fill(false),
      on === 'last',
    ]);
  });
});

describe('an answer that holds nothing', () => {
  it.each(FORMS)('because the prompt was blocked, passes for %s and is not asked for again', async (form) => {
    await rig.addKeys(2);
    const model = rig.freshModel();
    rig.simulator.on({ model }).do({ kind: 'blocked-prompt' });
    const response = await ask(model, form);
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('"blockReason"')]);
    expect(rig.callsFor(model)).toHaveLength(1);
  });

  it.each(FORMS)('for no reason, is asked for once more for %s', async (form) => {
    await rig.addKeys(2);
    const model = rig.freshModel();
    rig.simulator.on({ model }).once().do({ kind: 'empty-candidate' });
    const response = await ask(model, form);
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('You said')]);
    expect(rig.callsFor(model)).toHaveLength(2);
  });

  it.each(FORMS)('for no reason and twice, passes for %s as upstream gave it', async (form) => {
    await rig.addKeys(3);
    const model = rig.freshModel();
    rig.simulator.on({ model }).do({ kind: 'empty-candidate' });
    const response = await ask(model, form);
    expect([response.status, await response.text()]).toEqual([
      200,
      expect.stringMatching(/"finishReason": ?"STOP"/),
    ]);
    expect(rig.callsFor(model)).toHaveLength(2);
  });
});
