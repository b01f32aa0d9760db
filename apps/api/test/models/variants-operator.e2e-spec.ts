import { anthropicAt, textOf } from '../support/clients/anthropic-client';
import { geminiSdk } from '../support/clients/gemini-sdk';
import { openaiSdk } from '../support/clients/openai-sdk';
import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig, HELLO } from '../support/rigs/gateway-rig';

const BUDGET = 'gemini-2.5-flash';
const PRO = 'gemini-2.5-pro';
const NEWEST = 'gemini-3.8-flash';
const SUM = 'Please calculate 20 + 22';

let rig: GatewayRig;

beforeAll(async () => {
  rig = await GatewayRig.start({
    env: { THINKING_MODELS: `${BUDGET},${PRO},${NEWEST}` },
    simulator: { models: [BUDGET, PRO, NEWEST] },
  });
  await rig.addKeys(2);
});
afterAll(() => rig.close());
beforeEach(() => rig.simulator.forgetRequests());

interface Sent {
  readonly tools?: unknown;
  readonly safetySettings?: readonly { readonly category: string }[];
  readonly generationConfig?: { readonly thinkingConfig?: unknown };
}
const set = (settings: object) => rig.admin('PATCH', '/api/settings', { set: settings });
const sent = (model: string) => rig.callsFor(model).map(({ json }) => json as Sent);
const openai = () => openaiSdk(rig.gateway.url);
const native = () => geminiSdk(rig.gateway.url, CLIENT_TOKEN).models;

/** Asks for the same in every dialect, and gives the texts of the answers. */
function askAll(model: string, content = 'Hello'): Promise<string[]> {
  const messages = [{ role: 'user' as const, content }];
  return Promise.all([
    openai()
      .chat.completions.create({ model, messages })
      .then(({ choices }) => choices[0]!.message.content!),
    openai()
      .responses.create({ model, input: content })
      .then(({ output_text: text }) => text),
    anthropicAt(rig.gateway.url).messages.create({ model, max_tokens: 900, messages }).then(textOf),
    native()
      .generateContent({ model, contents: content })
      .then(({ candidates }) =>
        (candidates?.[0]?.content?.parts ?? []).map(({ text }) => text ?? '').join(''),
      ),
  ]);
}

describe('NAME-non-thinking', () => {
  it.each<[model: string, thinkingConfig: object]>([
    [BUDGET, { thinkingBudget: 0 }],
    [PRO, { thinkingBudget: 128 }],
    [NEWEST, { thinkingLevel: 'LOW' }],
  ])(
    'asks %s for as little thinking as it can do with, in every dialect: %j',
    async (model, thinkingConfig) => {
      await askAll(`${model}-non-thinking`);

      expect(sent(model).map(({ generationConfig }) => generationConfig?.thinkingConfig)).toEqual(
        Array.from({ length: 4 }, () => thinkingConfig),
      );
    },
  );

  it('counts for more than what the client says', async () => {
    await openai().chat.completions.create({
      model: `${BUDGET}-non-thinking`,
      reasoning_effort: 'high',
      messages: [{ role: 'user', content: 'Hello' }],
    });
    const config = { thinkingConfig: { thinkingBudget: 900 } };
    await native().generateContent({ model: `${BUDGET}-non-thinking`, contents: 'Hello', config });

    expect(sent(BUDGET).map(({ generationConfig }) => generationConfig?.thinkingConfig)).toEqual([
      { thinkingBudget: 0 },
      { thinkingBudget: 0 },
    ]);
  });

  it('goes with other suffixes, in any order', async () => {
    await askAll(`${BUDGET}-search-non-thinking`);
    await askAll(`${BUDGET}-non-thinking-search`);

    expect(sent(BUDGET)).toHaveLength(8);
    for (const each of sent(BUDGET))
      expect(each).toMatchObject({
        tools: [{ googleSearch: {} }],
        generationConfig: { thinkingConfig: { thinkingBudget: 0 } },
      });
  });
});

it('THINKING_BUDGET_MAP holds for models and for their variants', async () => {
  await set({ THINKING_BUDGET_MAP: { [PRO]: 500, [`${PRO}-search`]: 600 } });
  await askAll(PRO);
  await askAll(`${PRO}-search`);
  await native().generateContent({
    model: PRO,
    contents: 'Hello',
    config: { thinkingConfig: { thinkingBudget: 700 } },
  });
  await set({ THINKING_BUDGET_MAP: {} });

  const budgets = sent(PRO).map(({ generationConfig }) => generationConfig?.thinkingConfig);
  expect(budgets).toMatchObject(
    [500, 500, 500, 500, 600, 600, 600, 600, 700].map((thinkingBudget) => ({ thinkingBudget })),
  );
});

describe('SAFETY_SETTINGS', () => {
  const categories = () => sent(BUDGET).map(({ safetySettings }) => safetySettings?.length);

  it('are on translated calls, and on native ones only with SAFETY_SETTINGS_NATIVE', async () => {
    await askAll(BUDGET);
    expect(categories().sort()).toEqual([5, 5, 5, undefined]);
    await set({ SAFETY_SETTINGS_NATIVE: true });
    rig.simulator.forgetRequests();
    await askAll(BUDGET);
    expect(categories()).toEqual([5, 5, 5, 5]);
  });

  it('give way to what a native client says', async () => {
    const own = { category: 'HARM_CATEGORY_HARASSMENT', threshold: 'BLOCK_ONLY_HIGH' };
    await rig.post(`/v1beta/models/${BUDGET}:generateContent`, { ...HELLO, safetySettings: [own] });
    await set({ SAFETY_SETTINGS_NATIVE: false });

    const [asked] = sent(BUDGET);
    expect(asked!.safetySettings).toHaveLength(5);
    expect(asked!.safetySettings).toContainEqual(own);
  });
});

describe('tools of the operator', () => {
  beforeAll(() => set({ TOOLS_CODE_EXECUTION_ENABLED: true, URL_CONTEXT_ENABLED: true }));
  afterAll(() => set({ TOOLS_CODE_EXECUTION_ENABLED: false, URL_CONTEXT_ENABLED: false }));

  it('run code and read pages in every dialect, and answers tell of the code', async () => {
    const texts = await askAll(BUDGET, SUM);

    expect(sent(BUDGET).map(({ tools }) => tools)).toEqual(
      Array.from({ length: 4 }, () => [{ codeExecution: {} }, { urlContext: {} }]),
    );
    const translated = texts.slice(0, 3);
    for (const text of translated) expect(text).toMatch(/```python\nprint\(20 \+ 22\)\n```\s+```\n42\n```/);
  });

  it('tell of the code in streams as well', async () => {
    const stream = await openai().chat.completions.create({
      model: BUDGET,
      messages: [{ role: 'user', content: SUM }],
      stream: true,
    });
    let text = '';
    for await (const { choices } of stream) text += choices[0]?.delta.content ?? '';

    expect(text).toMatch(/```python\nprint\(20 \+ 22\)\n```\s+```\n42\n```/);
  });

  it.each<[what: string, ask: () => Promise<unknown>]>([
    [
      'functions',
      () =>
        openai().chat.completions.create({
          model: NEWEST,
          messages: [{ role: 'user', content: SUM }],
          tools: [{ type: 'function', function: { name: 'look' } }],
        }),
    ],
    [
      'native functions',
      () =>
        native().generateContent({
          model: NEWEST,
          contents: SUM,
          config: { tools: [{ functionDeclarations: [{ name: 'look' }] }] },
        }),
    ],
    [
      'JSON',
      () =>
        openai().chat.completions.create({
          model: NEWEST,
          messages: [{ role: 'user', content: SUM }],
          response_format: { type: 'json_object' },
        }),
    ],
  ])('give way to %s', async (_, ask) => {
    await ask();

    expect(JSON.stringify(sent(NEWEST)[0]!.tools ?? [])).not.toMatch(/codeExecution|urlContext/);
  });

  it('let a search alone run beside the pages', async () => {
    await askAll(`${BUDGET}-search`, SUM);

    for (const { tools } of sent(BUDGET)) expect(tools).toEqual([{ googleSearch: {} }, { urlContext: {} }]);
  });
});

it('native bytes stay as they are where nothing is added', async () => {
  const odd = '{ "contents" : [ {"parts":[{"text":"Hello"}]} ],\n "labels": {} }';
  await rig.post(`/v1beta/models/${BUDGET}:generateContent`, odd);

  expect(rig.callsFor(BUDGET)[0]!.body.toString()).toBe(odd);
});
