import { GoogleGenAI } from '@google/genai';
import { simulatedKey } from '@gemini-balance/gemini-simulator';
import type { IssuedTokenDto } from '@gemini-balance/shared';
import OpenAI from 'openai';
import { anthropicAt } from '../support/clients/anthropic-client';
import { geminiSdk } from '../support/clients/gemini-sdk';
import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig } from '../support/rigs/gateway-rig';

const WRITER = 'gemini-2.5-flash';
const PAINTER = 'gemini-2.5-flash-image';
const HIDDEN = 'gemini-2.5-pro';
const VARIANTS = [`${WRITER}-search`, `${WRITER}-non-thinking`, `${PAINTER}-image`];
const VERTEX_KEY = 'AQ.Test-key-of-express-mode-0000000000000000000000000009';

let rig: GatewayRig;

beforeAll(async () => {
  const key = simulatedKey('variants');
  rig = await GatewayRig.startWithKeys([key], {
    env: {
      VERTEX_API_KEYS: VERTEX_KEY,
      SEARCH_MODELS: `${WRITER},${HIDDEN},gemini-gone,gemini-embedding-001`,
      IMAGE_MODELS: PAINTER,
      THINKING_MODELS: `${WRITER},${HIDDEN}`,
      FILTERED_MODELS: HIDDEN,
    },
    simulator: {
      keys: [
        { key, surface: 'gemini' },
        { key: VERTEX_KEY, surface: 'vertex' },
      ],
    },
  });
});
afterAll(() => rig?.close());
beforeEach(() => rig.simulator.forgetRequests());

const openai = (apiKey = CLIENT_TOKEN, path = '/v1') =>
  new OpenAI({ baseURL: rig.gateway.url + path, apiKey, maxRetries: 0, fetch });
const vertex = () =>
  new GoogleGenAI({ vertexai: true, apiKey: CLIENT_TOKEN, httpOptions: { baseUrl: rig.gateway.url, fetch } });
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
      () => collected(anthropicAt(rig.gateway.url).models.list(), ({ id }) => id.replace('claude-', '')),
    ],
    [
      'Gemini',
      async () =>
        collected(await geminiSdk(rig.gateway.url, CLIENT_TOKEN).models.list(), ({ name }) => name!),
    ],
    ['Vertex', async () => collected(await vertex().models.list(), ({ name }) => name!)],
  ])('are in the list of %s, where they work', async (_, list) => {
    const names = await list();

    expect([...new Set(derived(names))].sort()).toEqual([...VARIANTS].sort());
    expect(names.filter((name) => name.endsWith(HIDDEN) || name.includes(`${HIDDEN}-search`))).toEqual([]);
  });

  it('are in a list that New API clients take', async () => {
    const headers = { authorization: `Bearer ${CLIENT_TOKEN}` };
    const list = (await (await fetch(`${rig.gateway.url}/v1/models`, { headers })).json()) as object;

    expect(list).toMatchObject({ object: 'list', success: true });
  });

  it('can be asked about', async () => {
    expect((await openai().models.retrieve(VARIANTS[0]!)).id).toBe(VARIANTS[0]);
    const native = await geminiSdk(rig.gateway.url, CLIENT_TOKEN).models.get({ model: VARIANTS[1]! });
    expect(native).toMatchObject({ name: `models/${VARIANTS[1]}` });
  });

  it.each(['-search', '-non-thinking', '-search-non-thinking'])(
    'of hidden models are refused: %s',
    async (suffix) => {
      const model = HIDDEN + suffix;
      for (const ask of [
        () => openai().chat.completions.create({ model, messages }),
        () => anthropicAt(rig.gateway.url).messages.create({ model, max_tokens: 9, messages }),
        () => geminiSdk(rig.gateway.url, CLIENT_TOKEN).models.generateContent({ model, contents: 'Hello' }),
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
    expect(rig.simulator.requests.map(({ path }) => path)).toEqual([
      `/v1beta1/publishers/google/models/${WRITER}:generateContent`,
      `/v1beta1/publishers/google/models/${WRITER}:generateContent`,
    ]);
    for (const { json } of rig.simulator.requests)
      expect(json).toMatchObject({ tools: [{ googleSearch: {} }] });
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
  const wanted = { name: model, allowedModels: [model] };
  return (await rig.admin<IssuedTokenDto>('POST', '/api/tokens', wanted)).secret;
}
