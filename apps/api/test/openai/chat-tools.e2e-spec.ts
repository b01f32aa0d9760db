import type OpenAI from 'openai';
import { aChat, anOpenaiRig, MODEL } from '../support/rigs/openai-rig';
import { until } from '../support/until';

const WEATHER = {
  type: 'function',
  function: {
    name: 'weather',
    parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
} as const;
const CLOCK = {
  type: 'function',
  function: { name: 'clock', parameters: { type: 'object', properties: {} } },
} as const;

const here = anOpenaiRig();

describe('tools', () => {
  type Messages = OpenAI.Chat.Completions.ChatCompletionMessageParam[];

  /** Runs a conversation until the model calls no more; `forget` drops what clients are known to drop. */
  async function converse(content: string, forget: boolean, isStream: boolean): Promise<string[][]> {
    const messages: Messages = [{ role: 'user', content }];
    const steps: string[][] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const body = { model: MODEL, messages, tools: [WEATHER, CLOCK] };
      const completion = isStream
        ? await here.openai.chat.completions.stream(body).finalChatCompletion()
        : await here.openai.chat.completions.create(body);
      const { message, finish_reason: reason } = completion.choices[0]!;
      const calls = (message.tool_calls ?? []).filter((call) => call.type === 'function');
      expect(reason).toBe(calls.length > 0 ? 'tool_calls' : 'stop');
      if (calls.length === 0) return steps;
      steps.push(calls.map((call) => call.function.name));
      const kept = calls.map(({ id, type, function: { name, arguments: args } }) => ({
        id,
        type,
        function: { name, arguments: args },
      }));
      messages.push(forget ? { role: 'assistant', content: null, tool_calls: kept } : message);
      for (const { id } of calls) messages.push({ role: 'tool', tool_call_id: id, content: `done ${id}` });
    }
    throw new Error('The conversation does not end.');
  }

  const PROMPT = 'call weather({"city":"Oslo"}) and clock then weather({"city":"Rome"}) then clock';

  it.each([
    ['whole, with signatures brought back', false, false],
    ['whole, by a client that drops signatures', true, false],
    ['streamed, with signatures brought back', false, true],
    ['streamed, by a client that drops signatures', true, true],
  ])('are called in parallel and over several turns: %s', async (_, forget, isStream) => {
    expect(await converse(PROMPT, forget, isStream)).toEqual([['weather', 'clock'], ['weather'], ['clock']]);
    const last = JSON.stringify(here.rig.simulator.requests.at(-1)?.json);
    expect(last).toContain('functionResponse');
    expect(last).toContain('thoughtSignature');
    expect(last).not.toContain('skip_thought_signature_validator');
    expect(here.rig.simulator.requests.every(({ status }) => status === 200)).toBe(true);
  });

  it('go on after a restart of the gateway', async () => {
    const body = { ...aChat('call clock then clock'), tools: [CLOCK] };
    const { choices } = await here.openai.chat.completions.create(body);
    const [call] = choices[0]!.message.tool_calls!;
    here.rig.gateway = await here.rig.gateway.restart();
    here.openai = here.rig.client();
    const {
      id,
      type,
      function: called,
    } = call as OpenAI.Chat.Completions.ChatCompletionMessageFunctionToolCall;
    const messages = [
      ...body.messages,
      { role: 'assistant' as const, tool_calls: [{ id, type, function: called }] },
      { role: 'tool' as const, tool_call_id: id, content: 'noon' },
    ];
    here.rig.simulator.forgetRequests();
    await here.openai.chat.completions.create({ ...body, messages });
    const sent = JSON.stringify(here.rig.simulator.requests[0]?.json);
    expect(sent).toContain('thoughtSignature');
    expect(sent).not.toContain('skip_thought_signature_validator');
  });

  it('names what of a schema was changed', async () => {
    const parameters = { type: 'object', properties: { not: { type: 'string' } }, not: { required: ['x'] } };
    const { response } = await here.openai.chat.completions
      .create({ ...aChat('call odd'), tools: [{ type: 'function', function: { name: 'odd', parameters } }] })
      .withResponse();
    expect(response.headers.get('x-request-changes')).toMatch(/not/);
    const told = 'A request was changed for upstream.';
    await until(async () => (here.rig.gateway.output().includes(told) ? true : undefined));
    const [tool] = (here.rig.simulator.requests[0]?.json as { tools: unknown[] }).tools;
    expect(JSON.stringify(tool)).toContain('"properties":{"not":');
  });
});
