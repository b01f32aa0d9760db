import { type Simulator, startSimulator } from '@gemini-balance/gemini-simulator';
import fc from 'fast-check';
import { featuresOf } from '../../../gemini/model-features';
import type { Resolved } from '../../protocol-adapter';
import { parseChatRequest } from './parse-chat-request';
import { aChatRequest } from './testing/chat-requests';
import { toUpstream } from './to-upstream';

const KEY = 'AQ.good';
const NOTHING: Resolved = { media: new Map(), signatures: new Map() };
const POLICY = { showsThoughts: true, thinkingBudgets: {}, safetySettings: [] };
const MODELS = [
  'gemini-3.8-flash',
  'gemini-2.5-pro',
  'gemini-2.5-flash',
  'gemma-4-31b-it',
  'gemini-4-hydrogen',
];

const tool = {
  type: 'function',
  function: {
    name: 'odd name',
    parameters: {
      $schema: 'x',
      type: 'object',
      properties: { a: { const: 'x' } },
      additionalProperties: false,
    },
  },
};
const json = { type: 'json_schema', json_schema: { name: 'x', schema: tool.function.parameters } };

describe('the request for upstream', () => {
  let upstream: Simulator;
  beforeAll(async () => {
    upstream = await startSimulator({ keys: [KEY] });
  });
  afterAll(() => upstream.close());

  async function refusal(body: object): Promise<unknown> {
    const request = parseChatRequest(body);
    const { requests } = toUpstream(request, NOTHING, featuresOf(request.model), POLICY);
    for (const one of requests) {
      const reply = await fetch(`${upstream.url}/v1beta/models/${request.model}:generateContent`, {
        method: 'POST',
        headers: { 'x-goog-api-key': KEY },
        body: JSON.stringify(one),
      });
      if (!reply.ok) return reply.json();
      await reply.text();
    }
    return undefined;
  }

  const FEATURES: readonly object[] = [
    { reasoning_effort: 'none' },
    { reasoning_effort: 'max' },
    { extra_body: { google: { thinking_config: { thinking_budget: 0 } } } },
    { tools: [tool], tool_choice: { type: 'function', function: { name: 'odd name' } } },
    { tools: [tool], tool_choice: 'none' },
    { tools: [tool], tool_choice: { type: 'allowed_tools', allowed_tools: { mode: 'auto', tools: [tool] } } },
    { tools: [tool], tool_choice: 'required', response_format: json, web_search_options: {} },
    { tools: [tool], response_format: json, web_search_options: {} },
    { tools: [tool], tool_choice: 'none', response_format: json, web_search_options: {} },
    { tools: [tool], web_search_options: {} },
    { response_format: json },
    { n: 3, presence_penalty: 1, seed: 2 ** 50, stop: ['a'], temperature: 2 },
  ];
  const cases = MODELS.flatMap((model) => FEATURES.map((fields) => [model, fields] as const));

  it.each(cases)('is taken by %s with %j', async (model, fields) => {
    expect(await refusal({ model, messages: [{ role: 'user', content: 'Hi' }], ...fields })).toBeUndefined();
  });

  it('is taken whatever the conversation was', async () => {
    await fc.assert(
      fc.asyncProperty(aChatRequest(), fc.constantFrom(...MODELS), async (request, model) => {
        const messages = request.messages.map(withoutSignatures);
        expect(await refusal({ ...request, messages, model })).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});

/** Made-up signatures are refused, as they should be. */
function withoutSignatures(message: object): object {
  return JSON.parse(
    JSON.stringify(message, (name, value: unknown) => (name === 'extra_content' ? undefined : value)),
  ) as object;
}
