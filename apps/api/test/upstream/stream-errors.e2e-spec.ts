import { loadErrorFixtures } from '@gemini-balance/gemini-simulator';
import { ApiError } from '@google/genai';
import { geminiSdk } from '../support/clients/gemini-sdk';
import { eventsOf } from '../support/clients/stream-events';
import { rowOf } from '../support/documents/classification-table';
import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig, type StreamForm } from '../support/rigs/gateway-rig';

const GOOD_EVENTS = 2;

/** Inside a stream nothing but the body tells the status, so a body without one is left out. */
const fixtures = loadErrorFixtures()
  .filter(({ name, body }) => typeof body === 'object' && name !== '400-string-code')
  .map((fixture) => [fixture.row, fixture.name, fixture] as const);

let rig: GatewayRig;

beforeAll(async () => {
  rig = await GatewayRig.start({ env: { MAX_RETRIES: '1' } });
});
afterAll(() => rig.close());
afterEach(() => rig.reset());

const anEvent = expect.objectContaining({
  candidates: [expect.objectContaining({ content: expect.anything() })],
});
const anError = (code: number) => ({
  error: expect.objectContaining({ code, message: expect.any(String), status: expect.any(String) }),
});

describe('an error in the middle of a stream', () => {
  it.each(fixtures)(
    'row %i, %s: follows the events before it, as the last event',
    async (_, name, fixture) => {
      const keys = await rig.addKeys(2);
      const model = rig.freshModel();
      rig.simulator
        .on({ model })
        .do({ kind: 'mid-stream-error', fixture: name, afterEvents: GOOD_EVENTS, form: 'data' });
      const response = await rig.stream(model);
      const text = await response.text();
      expect(eventsOf(text, 'sse')).toEqual([anEvent, anEvent, anError(rowOf(fixture).finalStatus)]);
      for (const secret of [...keys, CLIENT_TOKEN]) expect(text).not.toContain(secret);
      expect(rig.callsFor(model)).toHaveLength(1);
    },
  );

  it.each<[StreamForm, 'data' | 'bare' | 'glued', number]>([
    ['sse', 'bare', 1],
    ['sse', 'bare', 3],
    ['sse', 'glued', 1],
    ['sse', 'glued', 3],
    ['json-array', 'data', 1],
    ['json-array', 'data', 3],
    ['json-array', 'glued', 2],
  ])(
    'of the form %s, sent as %s after %i events, leaves a whole reply',
    async (form, sentAs, afterEvents) => {
      await rig.addKeys(1);
      const model = rig.freshModel();
      rig.simulator
        .on({ model })
        .do({ kind: 'mid-stream-error', fixture: '503-overloaded', afterEvents, form: sentAs });
      const events = eventsOf(await (await rig.stream(model, form)).text(), form);
      expect(events).toEqual([...Array<unknown>(afterEvents).fill(anEvent), anError(503)]);
    },
  );

  it.each(['data', 'bare', 'glued'] as const)(
    'sent as %s reaches users of the SDK as an ApiError',
    async (form) => {
      await rig.addKeys(1);
      const model = rig.freshModel();
      rig.simulator
        .on({ model })
        .do({ kind: 'mid-stream-error', fixture: '429-per-day', afterEvents: GOOD_EVENTS, form });
      const stream = await geminiSdk(rig.gateway.url, CLIENT_TOKEN).models.generateContentStream({
        model,
        contents: 'Tell a story',
      });
      const texts: (string | undefined)[] = [];
      const reading = (async () => {
        for await (const event of stream) texts.push(event.text);
      })();
      const error = await reading.catch((thrown: unknown) => thrown);
      expect([error instanceof ApiError, (error as ApiError).status]).toEqual([true, 429]);
      expect(texts).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)]);
    },
  );

  it('lets the key rest that it was about', async () => {
    await rig.addKeys(1);
    const model = rig.freshModel();
    rig.simulator.on({ model }).do({ kind: 'mid-stream-error', fixture: '429-per-day', afterEvents: 1 });
    await (await rig.stream(model)).text();
    const [key] = await rig.keys();
    expect(key?.holds).toEqual([expect.objectContaining({ scope: model, reason: 'quota_exhausted' })]);
  });
});

describe('a reply that is none', () => {
  const kinds = ['html', 'empty'] as const;
  const forms = ['unary', 'sse', 'json-array'] as const;
  const cases = kinds.flatMap((kind) => forms.map((form) => [kind, form] as const));
  const ask = (model: string, form: (typeof forms)[number]): Promise<Response> =>
    form === 'unary' ? rig.generate(model) : rig.stream(model, form);

  it.each(cases)('%s for %s: the client is spared it while another key answers', async (kind, form) => {
    await rig.addKeys(2);
    const model = rig.freshModel();
    rig.simulator.on({ model }).once().do({ kind });
    const response = await ask(model, form);
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('candidates')]);
    expect(rig.callsFor(model)).toHaveLength(2);
  });

  it.each(cases)('%s for %s: from every key is an honest 502', async (kind, form) => {
    await rig.addKeys(2);
    const model = rig.freshModel();
    rig.simulator.on({ model }).do({ kind });
    const response = await ask(model, form);
    expect([response.status, await response.json()]).toEqual([502, anError(502)]);
    expect((await rig.keys()).map(({ holds }) => holds)).toEqual([[], []]);
  });

  it('an answer inside an array passes as it is', async () => {
    await rig.addKeys(1);
    const model = rig.freshModel();
    rig.simulator.on({ model }).do({ kind: 'array' });
    expect(await (await rig.generate(model)).json()).toEqual([anEvent]);
  });
});
