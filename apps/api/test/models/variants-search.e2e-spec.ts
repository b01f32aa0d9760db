import { anthropicAt, textOf } from '../support/clients/anthropic-client';
import { geminiSdk } from '../support/clients/gemini-sdk';
import { openaiSdk } from '../support/clients/openai-sdk';
import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig, HELLO } from '../support/rigs/gateway-rig';

const BASE = 'gemini-2.5-flash';
const MODEL = `${BASE}-search`;
const ASKED = 'What is new?';
const LINKS = '\n\n---\n**【引用来源】**\n- [example.com](https://example.com/source/0)';
const FUNCTION = { name: 'look', description: 'Looks', parameters: { type: 'object', properties: {} } };

let rig: GatewayRig;

beforeAll(async () => {
  rig = await GatewayRig.start({ simulator: { models: [BASE, 'gemini-3.8-flash', 'gemini-9-search'] } });
  await rig.addKeys(2);
});
afterAll(() => rig.close());
beforeEach(() => rig.simulator.forgetRequests());

const openai = () => openaiSdk(rig.gateway.url);
const messages = [{ role: 'user' as const, content: ASKED }];
const sent = (model = BASE) => rig.callsFor(model).map(({ json }) => json as { tools?: unknown });

const textIn = async (stream: AsyncIterable<{ text?: string | undefined }>): Promise<string> => {
  let text = '';
  for await (const chunk of stream) text += chunk.text ?? '';
  return text;
};

/** How a client of each dialect asks, and the text that it gets. */
const ASKERS: readonly (readonly [dialect: string, ask: () => Promise<string>])[] = [
  [
    'OpenAI chat',
    async () =>
      (await openai().chat.completions.create({ model: MODEL, messages })).choices[0]!.message.content!,
  ],
  [
    'OpenAI chat, streamed',
    async () => {
      const stream = await openai().chat.completions.create({ model: MODEL, messages, stream: true });
      let text = '';
      for await (const { choices } of stream) text += choices[0]?.delta.content ?? '';
      return text;
    },
  ],
  [
    'OpenAI responses',
    async () => (await openai().responses.create({ model: MODEL, input: ASKED })).output_text,
  ],
  [
    'OpenAI responses, streamed',
    async () => (await openai().responses.stream({ model: MODEL, input: ASKED }).finalResponse()).output_text,
  ],
  [
    'Anthropic messages',
    async () =>
      textOf(await anthropicAt(rig.gateway.url).messages.create({ model: MODEL, max_tokens: 500, messages })),
  ],
  [
    'Anthropic messages, streamed',
    async () =>
      textOf(
        await anthropicAt(rig.gateway.url)
          .messages.stream({ model: MODEL, max_tokens: 500, messages })
          .finalMessage(),
      ),
  ],
  ['Gemini', async () => (await native().generateContent({ model: MODEL, contents: ASKED })).text!],
  [
    'Gemini, streamed',
    async () => textIn(await native().generateContentStream({ model: MODEL, contents: ASKED })),
  ],
];

function native() {
  return geminiSdk(rig.gateway.url, CLIENT_TOKEN).models;
}

describe('NAME-search', () => {
  it.each(ASKERS)('searches the web and lists its sources once: %s', async (_, ask) => {
    const text = await ask();

    expect(text).toContain(`You said: "${ASKED}"`);
    expect(text.split(LINKS)).toHaveLength(2);
    expect(sent()).toHaveLength(1);
    expect(sent()[0]!.tools).toEqual([{ googleSearch: {} }]);
  });

  it('tells which passages rest on which sources, by characters', async () => {
    const { choices } = await openai().chat.completions.create({ model: MODEL, messages });
    const { content, annotations } = choices[0]!.message;

    expect(annotations!.length).toBeGreaterThan(0);
    const { url, start_index: start, end_index: end } = annotations![0]!.url_citation;
    expect([url, start]).toEqual(['https://example.com/source/0', 0]);
    expect(content!.slice(start, end)).toMatch(/^You said: "What is new\?"\./);
    for (const { url_citation: each } of annotations!)
      expect(content!.slice(each.start_index, each.end_index)).toMatch(/\.$/);
  });

  it('keeps native metadata of the search', async () => {
    const { candidates } = await native().generateContent({ model: MODEL, contents: ASKED });

    expect(candidates![0]!.groundingMetadata!.groundingChunks).toHaveLength(3);
    expect(candidates![0]!.finishReason).toBe('STOP');
  });

  it('counts tokens, also of whole requests', async () => {
    const { totalTokens } = await native().countTokens({ model: MODEL, contents: ASKED });
    const whole = { generateContentRequest: { model: `models/${MODEL}`, ...HELLO } };
    const counted = await rig.post(`/v1beta/models/${MODEL}:countTokens`, whole);

    expect(totalTokens).toBeGreaterThan(0);
    expect(counted.status).toBe(200);
    expect(sent()[1]).toEqual({
      generateContentRequest: { model: `models/${BASE}`, ...HELLO, tools: [{ googleSearch: {} }] },
    });
  });

  it('does without the search where functions forbid it, and with it where they do not', async () => {
    const tools = [{ type: 'function' as const, function: FUNCTION }];
    await openai().chat.completions.create({ model: MODEL, messages, tools });
    await openai().chat.completions.create({ model: 'gemini-3.8-flash-search', messages, tools });

    expect(JSON.stringify(sent()[0]!.tools)).not.toContain('googleSearch');
    expect(sent('gemini-3.8-flash')[0]!.tools).toEqual([
      { functionDeclarations: [expect.objectContaining({ name: 'look' })] },
      { googleSearch: {} },
    ]);
  });

  it('leaves JSON what it is', async () => {
    const { choices } = await openai().chat.completions.create({
      model: 'gemini-3.8-flash-search',
      messages,
      response_format: { type: 'json_object' },
    });
    expect(() => void JSON.parse(choices[0]!.message.content!)).not.toThrow();
    const { text } = await native().generateContent({
      model: 'gemini-3.8-flash-search',
      contents: ASKED,
      config: { responseMimeType: 'application/json' },
    });
    expect(() => void JSON.parse(text!)).not.toThrow();
  });

  it.each<[dialect: string, ask: () => Promise<unknown>]>([
    ['OpenAI chat', () => openai().chat.completions.create({ model: 'gemini-3.7-flash-search', messages })],
    ['OpenAI responses', () => openai().responses.create({ model: 'gemini-3.7-flash-search', input: ASKED })],
    [
      'Anthropic messages',
      () =>
        anthropicAt(rig.gateway.url).messages.create({
          model: 'gemini-3.7-flash-search',
          max_tokens: 9,
          messages,
        }),
    ],
    ['Gemini', () => native().generateContent({ model: 'gemini-3.7-flash-search', contents: ASKED })],
  ])('is a 400 that names the setting where it is not offered: %s', async (_, ask) => {
    await expect(ask()).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('SEARCH_MODELS') as unknown,
    });
    expect(rig.simulator.requests.filter(({ model }) => model !== undefined)).toEqual([]);
  });

  it('may be the name of a model itself', async () => {
    await openai().chat.completions.create({ model: 'gemini-9-search', messages });

    expect(sent('gemini-9-search')[0]!.tools).toBeUndefined();
  });

  it('lists them once as well where streams are paced, or made of whole answers', async () => {
    for (const name of ['STREAM_OPTIMIZER_ENABLED', 'FAKE_STREAM_ENABLED']) {
      await rig.admin('PATCH', '/api/settings', {
        set: { [name]: true, STREAM_MIN_DELAY: 0, STREAM_MAX_DELAY: 0 },
      });
      for (const [, ask] of ASKERS) expect((await ask()).split(LINKS)).toHaveLength(2);
    }
    await rig.admin('PATCH', '/api/settings', {
      set: { STREAM_OPTIMIZER_ENABLED: false, FAKE_STREAM_ENABLED: false },
    });
  });

  it('lists no sources with SHOW_SEARCH_LINK off', async () => {
    await rig.admin('PATCH', '/api/settings', { set: { SHOW_SEARCH_LINK: false } });
    const texts = await Promise.all(ASKERS.map(([, ask]) => ask()));

    expect(texts.filter((text) => text.includes('引用来源'))).toEqual([]);
  });
});
