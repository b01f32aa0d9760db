import { GoogleGenAI } from '@google/genai';
import OpenAI from 'openai';
import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig } from '../support/rigs/gateway-rig';

const GEMINI_KEY = 'AIzaSyTest-key-number-one-0000000000001';
const VERTEX_KEY = 'AQ.Test-key-of-express-mode-0000000000000000000000000001';
const MODEL = 'gemini-3.8-flash';
const CALLED = [
  { role: 'user', parts: [{ text: 'What is the weather?' }] },
  {
    role: 'model',
    parts: [
      {
        functionCall: { id: 'call-1', name: 'weather', args: {} },
        thoughtSignature: 'context_engineering_is_the_way_to_go',
      },
    ],
  },
  {
    role: 'user',
    parts: [{ functionResponse: { id: 'call-1', name: 'weather', response: { sky: 'clear' } } }],
  },
];

let rig: GatewayRig;

beforeAll(async () => {
  rig = await GatewayRig.startWithKeys([GEMINI_KEY], {
    env: {
      VERTEX_API_KEYS: VERTEX_KEY,
    },
    simulator: {
      keys: [
        { key: GEMINI_KEY, surface: 'gemini' },
        { key: VERTEX_KEY, surface: 'vertex' },
      ],
    },
  });
});

afterAll(() => rig?.close());

beforeEach(() => rig.simulator.forgetRequests());

const askedPaths = () => rig.simulator.requests.map(({ path }) => path);

describe("through Google's SDK in Vertex mode", () => {
  const sdk = () =>
    new GoogleGenAI({
      vertexai: true,
      apiKey: CLIENT_TOKEN,
      httpOptions: { baseUrl: rig.gateway.url, fetch },
    });

  it('generates, streams and counts with a key of that kind', async () => {
    const { models } = sdk();
    expect((await models.generateContent({ model: MODEL, contents: 'Say hello' })).text).toMatch(/\S/);
    let text = '';
    for await (const chunk of await models.generateContentStream({ model: MODEL, contents: 'A story' }))
      text += chunk.text ?? '';
    expect(text).toMatch(/\S/);
    expect((await models.countTokens({ model: MODEL, contents: 'one two' })).totalTokens).toBeGreaterThan(0);
    expect(askedPaths()).toEqual(
      ['generateContent', 'streamGenerateContent', 'countTokens'].map((verb) =>
        expect.stringContaining(`/v1beta1/publishers/google/models/${MODEL}:${verb}`),
      ),
    );
  });

  it('lists the models', async () => {
    const names: (string | undefined)[] = [];
    for await (const model of await sdk().models.list()) names.push(model.name);
    expect(names).toContain(`publishers/google/models/${MODEL}`);
  });
});

describe('a native call', () => {
  it.each([
    '/vertex-express/v1beta/models',
    '/vertex-express/v1/models',
    '/v1/publishers/google/models',
    '/v1beta1/publishers/google/models',
    '/vertex-express/v1beta1/publishers/google/models',
  ])('is answered under %s', async (path) => {
    const response = await rig.post(`${path}/${MODEL}:generateContent`, {
      contents: [{ parts: [{ text: 'Hi' }] }],
    });
    expect(response.status).toBe(200);
  });

  it('keeps the version that a client of Vertex asks for', async () => {
    await rig.post(`/v1/publishers/google/models/${MODEL}:generateContent`, { contents: CALLED.slice(0, 1) });
    expect(askedPaths()).toEqual([`/v1/publishers/google/models/${MODEL}:generateContent`]);
  });

  it('is put into the form that Vertex takes, and left alone where it is', async () => {
    const response = await rig.post(`/vertex-express/v1beta/models/${MODEL}:generateContent`, {
      contents: CALLED,
      labels: { team: 'a' },
    });
    expect(response.status).toBe(200);
    const bytes = '{"contents": [{"role": "user",  "parts": [{"text": "Hi"}]}], "labels": {}}';
    await rig.post(`/vertex-express/v1beta/models/${MODEL}:generateContent`, bytes);
    expect(rig.simulator.requests.at(-1)?.body.toString()).toBe(bytes);
  });

  it('refuses what express mode does not have', async () => {
    const response = await rig.post(`/vertex-express/v1beta/models/${MODEL}:batchGenerateContent`, {});
    expect(response.status).toBe(404);
  });

  it('tells of a model that is not there without naming a project or a key', async () => {
    const response = await rig.post('/vertex-express/v1beta/models/gemini-none:generateContent', {
      contents: CALLED.slice(0, 1),
    });
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain(VERTEX_KEY);
  });
});

describe('a translated call', () => {
  it('answers a chat with tools over several turns', async () => {
    const openai = new OpenAI({
      baseURL: `${rig.gateway.url}/vertex-express/v1`,
      apiKey: CLIENT_TOKEN,
      maxRetries: 0,
      fetch,
    });
    const tools = [
      { type: 'function' as const, function: { name: 'weather', parameters: { type: 'object' } } },
    ];
    const question = { role: 'user' as const, content: 'call weather' };
    const asked = await openai.chat.completions.create({ model: MODEL, messages: [question], tools });
    const [call] = asked.choices[0]!.message.tool_calls ?? [];
    const told = await openai.chat.completions.create({
      model: MODEL,
      messages: [
        question,
        asked.choices[0]!.message,
        { role: 'tool', tool_call_id: call!.id, content: 'clear' },
      ],
      tools,
    });
    expect(told.choices[0]!.message.content).toMatch(/\S/);
    expect(askedPaths()[0]).toBe(`/v1beta1/publishers/google/models/${MODEL}:generateContent`);
    const names: string[] = [];
    for await (const model of openai.models.list()) names.push(model.id);
    expect(names).toContain(MODEL);
  });
});

it('says when no key of that kind is there', async () => {
  const bare = await GatewayRig.startWithKeys([GEMINI_KEY]);
  try {
    const path = `/vertex-express/v1beta/models/${MODEL}:generateContent`;
    const { status, json } = await bare.ask('POST', path, { contents: CALLED.slice(0, 1) });
    expect(status).toBe(503);
    expect(json.error.message).toMatch(/key/);
  } finally {
    await bare.close();
  }
});
