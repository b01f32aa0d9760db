import OpenAI from 'openai';
import { geminiSdk } from '../support/clients/gemini-sdk';
import { eventsOf } from '../support/clients/stream-events';
import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig, HELLO } from '../support/rigs/gateway-rig';

const EVENTS = 3;
let rig: GatewayRig;

beforeAll(async () => {
  rig = await GatewayRig.start({ simulator: { events: EVENTS } });
  await rig.addKeys(1);
});
afterAll(() => rig.close());
beforeEach(() => rig.simulator.forgetRequests());

const openai = () =>
  new OpenAI({ baseURL: `${rig.gateway.url}/v1`, apiKey: CLIENT_TOKEN, maxRetries: 0, fetch });

async function chatTexts(model: string): Promise<string[]> {
  const stream = await openai().chat.completions.create({
    model,
    messages: [{ role: 'user', content: 'Tell a story' }],
    stream: true,
  });
  const texts: string[] = [];
  for await (const chunk of stream) {
    const text = chunk.choices[0]?.delta.content;
    if (text) texts.push(text);
  }
  return texts;
}

async function nativeTexts(model: string): Promise<string[]> {
  const stream = await geminiSdk(rig.gateway.url, CLIENT_TOKEN).models.generateContentStream({
    model,
    contents: 'Tell a story',
  });
  const texts: string[] = [];
  for await (const chunk of stream) if (chunk.text) texts.push(chunk.text);
  return texts;
}

const set = (settings: object) => rig.admin('PATCH', '/api/settings', { set: settings });

/** In characters as readers count them. */
const lengthOf = (text: string): number => [...new Intl.Segmenter().segment(text)].length;

/** The order of the tests is that of the settings: each leaves its own behind. */
it('streams as upstream does, unless it is told otherwise', async () => {
  expect(await chatTexts(rig.freshModel())).toHaveLength(EVENTS);
  expect(await nativeTexts(rig.freshModel())).toHaveLength(EVENTS);
});

describe('with STREAM_OPTIMIZER_ENABLED', () => {
  beforeAll(() =>
    set({
      STREAM_OPTIMIZER_ENABLED: true,
      STREAM_MIN_DELAY: 0,
      STREAM_MAX_DELAY: 0,
      STREAM_LONG_TEXT_THRESHOLD: 1,
      STREAM_CHUNK_SIZE: 4,
    }),
  );
  afterAll(() => set({ STREAM_OPTIMIZER_ENABLED: false }));

  it.each([
    ['a chat', chatTexts],
    ['a native stream', nativeTexts],
  ])('hands out %s in pieces that make the same text', async (_, textsOf) => {
    const texts = await textsOf(rig.freshModel());
    expect(texts.length).toBeGreaterThan(EVENTS);
    expect(Math.max(...texts.map(lengthOf))).toBeLessThanOrEqual(4);
    expect(texts.join('')).toMatch(/\w+ \w+/);
  });

  it('tells a cut after what came before it', async () => {
    const model = rig.freshModel();
    rig.simulator
      .on({ model })
      .once()
      .do({ kind: 'mid-stream-error', fixture: '503-overloaded', afterEvents: 2 });
    const text = await (await rig.stream(model)).text();
    expect(eventsOf(text, 'sse').at(-1)).toHaveProperty('error');
  });
});

describe('with FAKE_STREAM_ENABLED', () => {
  beforeAll(() => set({ FAKE_STREAM_ENABLED: true, FAKE_STREAM_EMPTY_DATA_INTERVAL_SECONDS: 1 }));
  afterAll(() => set({ FAKE_STREAM_ENABLED: false }));

  it.each([
    ['a chat', chatTexts],
    ['a native stream', nativeTexts],
  ])('makes %s of a whole answer', async (_, textsOf) => {
    const model = rig.freshModel();
    expect(await textsOf(model)).toHaveLength(1);
    expect(rig.callsFor(model).map(({ path }) => path)).toEqual([
      expect.stringMatching(/\/v1(beta)?\/models\/[^:]+:generateContent$/),
    ]);
  });

  it('sends heartbeats that clients read over while it waits, and goes on with another key behind them', async () => {
    const model = rig.freshModel();
    await rig.addKeys(1);
    rig.simulator
      .on({ model })
      .once()
      .do({ kind: 'latency', ms: 1500 }, { kind: 'error', fixture: '503-overloaded' });
    const text = await (await rig.stream(model)).text();
    const [heartbeat, ...rest] = eventsOf(text, 'sse');
    expect(heartbeat).toEqual({
      candidates: [{ content: { role: 'model', parts: [{ text: '' }] }, index: 0 }],
    });
    expect(rest.at(-1)).toMatchObject({ candidates: [{ finishReason: 'STOP' }] });
  });

  it('tells a fault with its status, as long as nothing was sent', async () => {
    const response = await rig.post(`/v1beta/models/none-of-these:streamGenerateContent?alt=sse`, HELLO);
    expect(response.status).toBe(404);
  });
});
