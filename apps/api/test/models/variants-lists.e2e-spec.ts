import { GoogleGenAI } from '@google/genai';
import { simulatedKey, startSimulator, type Simulator } from '@gemini-balance/gemini-simulator';
import type { IssuedTokenDto } from '@gemini-balance/shared';
import OpenAI from 'openai';
import { anthropicAt } from '../support/clients/anthropic-client';
import { geminiSdk } from '../support/clients/gemini-sdk';
import {
  ADMIN_TOKEN,
  CLIENT_TOKEN,
  discard,
  type GatewayProcess,
  startGateway,
} from '../support/processes/gateway-process';

const WRITER = 'gemini-2.5-flash';
const PAINTER = 'gemini-2.5-flash-image';
const HIDDEN = 'gemini-2.5-pro';
const VARIANTS = [`${WRITER}-search`, `${WRITER}-non-thinking`, `${PAINTER}-image`];
const VERTEX_KEY = 'AQ.Test-key-of-express-mode-0000000000000000000000000009';

let simulator: Simulator;
let gateway: GatewayProcess;

beforeAll(async () => {
  const key = simulatedKey('variants');
  simulator = await startSimulator({
    keys: [
      { key, surface: 'gemini' },
      { key: VERTEX_KEY, surface: 'vertex' },
    ],
  });
  gateway = await startGateway({
    BASE_URL: `${simulator.url}/v1beta`,
    API_KEYS: key,
    VERTEX_EXPRESS_BASE_URL: `${simulator.url}/v1beta1/publishers/google`,
    VERTEX_API_KEYS: VERTEX_KEY,
    SEARCH_MODELS: `${WRITER},${HIDDEN},gemini-gone,gemini-embedding-001`,
    IMAGE_MODELS: PAINTER,
    THINKING_MODELS: `${WRITER},${HIDDEN}`,
    FILTERED_MODELS: HIDDEN,
  });
});
afterAll(async () => {
  await discard(gateway);
  await simulator?.close();
});
beforeEach(() => simulator.forgetRequests());

const openai = (apiKey = CLIENT_TOKEN, path = '/v1') =>
  new OpenAI({ baseURL: gateway.url + path, apiKey, maxRetries: 0, fetch });
const vertex = () =>
  new GoogleGenAI({ vertexai: true, apiKey: CLIENT_TOKEN, httpOptions: { baseUrl: gateway.url, fetch } });
const messages = [{ role: 'user' as const, content: 'Hello' }];

async function collected<Item>(
  pages: AsyncIterable<Item>,
  nameOf: (item: Item) => string,
): Promise<string[]> {
  const names: string[] = [];
  for await (const item of pages) names.push(nameOf(item));
  return names;
}
const derived = (names: readonly string[]) =>
  names
    .map((name) => name.replace(/^(publishers\/google\/)?models\//, ''))
    .filter((name) => /-(search|image-image|non-thinking)$/.test(name));

describe('derived names', () => {
  it.each<[dialect: string, list: () => Promise<string[]>]>([
    ['OpenAI', () => collected(openai().models.list(), ({ id }) => id)],
    [
      'Anthropic',
      () => collected(anthropicAt(gateway.url).models.list(), ({ id }) => id.replace('claude-', '')),
    ],
    [
      'Gemini',
      async () => collected(await geminiSdk(gateway.url, CLIENT_TOKEN).models.list(), ({ name }) => name!),
    ],
    ['Vertex', async () => collected(await vertex().models.list(), ({ name }) => name!)],
  ])('are in the list of %s, where they work', async (_, list) => {
    const names = await list();

    expect([...new Set(derived(names))].sort()).toEqual([...VARIANTS].sort());
    expect(names.filter((name) => name.endsWith(HIDDEN) || name.includes(`${HIDDEN}-search`))).toEqual([]);
  });

  it('are in a list that New API clients take', async () => {
    const headers = { authorization: `Bearer ${CLIENT_TOKEN}` };
    const list = (await (await fetch(`${gateway.url}/v1/models`, { headers })).json()) as object;

    expect(list).toMatchObject({ object: 'list', success: true });
  });

  it('can be asked about', async () => {
    expect((await openai().models.retrieve(VARIANTS[0]!)).id).toBe(VARIANTS[0]);
    const native = await geminiSdk(gateway.url, CLIENT_TOKEN).models.get({ model: VARIANTS[1]! });
    expect(native).toMatchObject({ name: `models/${VARIANTS[1]}` });
  });

  it.each(['-search', '-non-thinking', '-search-non-thinking'])(
    'of hidden models are refused: %s',
    async (suffix) => {
      const model = HIDDEN + suffix;
      for (const ask of [
        () => openai().chat.completions.create({ model, messages }),
        () => anthropicAt(gateway.url).messages.create({ model, max_tokens: 9, messages }),
        () => geminiSdk(gateway.url, CLIENT_TOKEN).models.generateContent({ model, contents: 'Hello' }),
      ])
        await expect(ask()).rejects.toMatchObject({
          status: 403,
          message: expect.stringContaining('FILTERED_MODELS') as unknown,
        });
    },
  );

  it('work on Vertex as well, natively and translated', async () => {
    const contents = 'What is new?';
    const model = VARIANTS[0]!;
    const native = await vertex().models.generateContent({ model, contents });
    const chat = await openai(CLIENT_TOKEN, '/vertex-express/v1').chat.completions.create({
      model,
      messages,
    });

    for (const text of [native.text, chat.choices[0]!.message.content])
      expect(text).toContain('**【引用来源】**');
    expect(simulator.requests.map(({ path }) => path)).toEqual([
      `/v1beta1/publishers/google/models/${WRITER}:generateContent`,
      `/v1beta1/publishers/google/models/${WRITER}:generateContent`,
    ]);
    for (const { json } of simulator.requests) expect(json).toMatchObject({ tools: [{ googleSearch: {} }] });
  });

  it('may be used by tokens that may use the model, or the very name', async () => {
    const ofModel = openai(await tokenFor(WRITER));
    const ofVariant = openai(await tokenFor(VARIANTS[0]!));

    await ofModel.chat.completions.create({ model: VARIANTS[0]!, messages });
    await ofVariant.chat.completions.create({ model: VARIANTS[0]!, messages });
    await expect(ofVariant.chat.completions.create({ model: WRITER, messages })).rejects.toMatchObject({
      status: 403,
    });
    expect(derived(await collected(ofModel.models.list(), ({ id }) => id)).sort()).toEqual(
      [VARIANTS[0]!, VARIANTS[1]!].sort(),
    );
    expect(await collected(ofVariant.models.list(), ({ id }) => id)).toEqual([VARIANTS[0]]);
  });
});

async function tokenFor(model: string): Promise<string> {
  const response = await fetch(`${gateway.url}/api/tokens`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: model, allowedModels: [model] }),
  });
  return ((await response.json()) as IssuedTokenDto).secret;
}
