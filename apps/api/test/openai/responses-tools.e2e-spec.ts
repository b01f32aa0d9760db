import type OpenAI from 'openai';
import { MODEL, PIXEL, OpenaiRig } from '../support/rigs/openai-rig';

type Items = OpenAI.Responses.ResponseInput;
type Response = OpenAI.Responses.Response;
type Body = OpenAI.Responses.ResponseCreateParamsNonStreaming;

const fn = (name: string, properties: object = {}) =>
  ({ type: 'function', name, parameters: { type: 'object', properties }, strict: false }) as const;
const TOOLS = [fn('weather', { city: { type: 'string' } }), fn('clock')];
const STEPS = 30;
const LONG_WAY = `call ${Array.from({ length: STEPS }, (_, step) =>
  step % 3 === 0 ? 'weather({"city":"Oslo"}) and clock' : 'clock',
).join(' then ')}`;

let rig: OpenaiRig;

beforeAll(async () => void (rig = await OpenaiRig.start()));
afterAll(() => rig?.close());
beforeEach(() => rig.simulator.forgetRequests());

const given = (body: Body, isStream: boolean): Promise<Response> =>
  isStream
    ? rig
        .client()
        .responses.stream({ ...body, stream: true })
        .finalResponse()
    : rig.client().responses.create(body);

/** The results of all calls of a response; a picture for each call of the weather. */
function resultsOf({ output }: Response): Items {
  return output.flatMap((item): Items =>
    item.type !== 'function_call'
      ? []
      : [
          {
            type: 'function_call_output',
            call_id: item.call_id,
            output:
              item.name === 'clock'
                ? `noon ${item.call_id}`
                : [
                    { type: 'input_text', text: 'as you see' },
                    { type: 'input_image', image_url: `data:image/png;base64,${PIXEL}`, detail: 'auto' },
                  ],
          },
        ],
  );
}

/** Every request was taken, and none but real signatures were sent. */
function expectRealSignatures(): void {
  expect(rig.simulator.requests.map(({ status }) => status)).not.toContain(400);
  expect(rig.lastSent()).toContain('thoughtSignature');
  expect(rig.lastSent()).not.toContain('skip_thought_signature_validator');
}

describe('a loop of thirty steps', () => {
  it.each([
    ['whole', false],
    ['streamed', true],
  ])('goes on by previous_response_id (%s)', async (_, isStream) => {
    let response = await given({ model: MODEL, input: LONG_WAY, tools: TOOLS }, isStream);
    let steps = 0;
    for (; resultsOf(response).length > 0; steps += 1) {
      const next: Body = {
        model: MODEL,
        input: resultsOf(response),
        tools: TOOLS,
        previous_response_id: response.id,
      };
      response = await given(next, isStream);
    }
    expect(steps).toBe(STEPS);
    expect(response.output_text).toContain('clock answered');
    expectRealSignatures();
  });

  it.each([
    ['whole', false],
    ['streamed', true],
  ])(
    'goes on by sealed reasoning that the client brings back, and keeps nothing (%s)',
    async (_, isStream) => {
      const input: Items = [{ role: 'user', content: LONG_WAY }];
      const body = {
        model: MODEL,
        tools: TOOLS,
        store: false,
        include: ['reasoning.encrypted_content' as const],
        reasoning: { summary: 'auto' as const },
      };
      let steps = 0;
      for (; ; steps += 1) {
        const response = await given({ ...body, input }, isStream);
        const results = resultsOf(response);
        if (results.length === 0) break;
        const kinds = response.output.map(({ type }) => type);
        expect(kinds.indexOf('reasoning')).toBe(kinds.indexOf('function_call') - 1);
        input.push(...(response.output as Items), ...results);
      }
      expect(steps).toBe(STEPS);
      expectRealSignatures();
      expect(rig.lastSent()).not.toContain('gbr1.');
    },
  );
});

it('goes on where it was when the gateway starts again in the middle', async () => {
  const input = 'call clock then weather({"city":"Rome"}) then clock';
  let response = await given({ model: MODEL, input, tools: TOOLS }, true);
  for (let step = 0; step < 3; step += 1) {
    rig.gateway = await rig.gateway.restart();
    rig.simulator.forgetRequests();
    const { id: previous_response_id } = response;
    response = await given(
      { model: MODEL, input: resultsOf(response), tools: TOOLS, previous_response_id },
      true,
    );
    expectRealSignatures();
  }
  expect(response.output_text).toContain('clock answered');
});

it('takes reasoning of another service for nothing', async () => {
  const response = await given(
    {
      model: MODEL,
      tools: TOOLS,
      input: [
        { role: 'user', content: 'call clock' },
        { type: 'reasoning', id: 'rs_1', summary: [], encrypted_content: 'gAAAAABpSecretOfSomebodyElse' },
        { type: 'function_call', call_id: 'call_1', name: 'clock', arguments: '{}' },
        { type: 'function_call_output', call_id: 'call_1', output: 'noon' },
      ],
    },
    false,
  );
  expect(response.output_text).toContain('noon');
  expect(rig.lastSent()).not.toContain('gAAAAAB');
});

it('goes on by references to items that are kept, as some libraries do', async () => {
  const first = await given({ model: MODEL, input: 'call clock', tools: TOOLS }, false);
  const references = first.output.map(({ id }) => ({ type: 'item_reference' as const, id: id! }));
  const input: Items = [{ role: 'user', content: 'call clock' }, ...references, ...resultsOf(first)];
  const { output_text: text } = await given({ model: MODEL, input, tools: TOOLS }, false);
  expect(text).toContain('noon');
  expectRealSignatures();
});

it('knows tools of free text, tools in groups and tools of the shell', async () => {
  const tools = [
    { type: 'custom', name: 'apply', format: { type: 'grammar', syntax: 'lark', definition: 'start: "x"' } },
    { type: 'namespace', name: 'files', description: '', tools: [fn('read')] },
    { type: 'local_shell' },
    { type: 'image_generation' },
  ] as OpenAI.Responses.Tool[];
  const input = 'call apply({"input":"*** Begin"}) and files__read and local_shell({"command":["ls"]})';
  const { data, response: http } = await rig
    .client()
    .responses.create({ model: MODEL, input, tools })
    .withResponse();
  expect(http.headers.get('x-request-changes')).toContain('image_generation dropped');
  expect(data.output).toMatchObject([
    { type: 'custom_tool_call', name: 'apply', input: '*** Begin' },
    { type: 'function_call', name: 'read', namespace: 'files' },
    { type: 'local_shell_call', action: { type: 'exec', command: ['ls'], env: {} } },
  ]);
  const results = data.output.map((item) => ({
    type: `${item.type}_output`,
    call_id: (item as { call_id: string }).call_id,
    output: 'done',
  })) as unknown as Items;
  await given({ model: MODEL, input: results, tools, previous_response_id: data.id }, false);
  expectRealSignatures();
});

it('makes one call at a time where the client takes no more', async () => {
  const body = { model: MODEL, input: 'call clock and weather', tools: TOOLS, parallel_tool_calls: false };
  const { output } = await given(body, true);
  expect(output.filter(({ type }) => type === 'function_call')).toHaveLength(1);
});

it('calls the tool it has to, and none where it must not', async () => {
  const named = { type: 'function', name: 'clock' } as const;
  const forced = await given({ model: MODEL, input: 'Hi', tools: TOOLS, tool_choice: named }, false);
  expect(forced.output.at(-1)).toMatchObject({ type: 'function_call', name: 'clock' });
  const none = await given({ model: MODEL, input: 'call clock', tools: TOOLS, tool_choice: 'none' }, false);
  expect(none.output.map(({ type }) => type)).toEqual(['message']);
  const allowed = { type: 'allowed_tools' as const, mode: 'auto' as const, tools: [named] };
  await given({ model: MODEL, input: 'Hi', tools: TOOLS, tool_choice: allowed }, false);
  expect(rig.simulator.requests.at(-1)?.json).toMatchObject({
    toolConfig: { functionCallingConfig: { mode: 'VALIDATED', allowedFunctionNames: ['clock'] } },
  });
});
