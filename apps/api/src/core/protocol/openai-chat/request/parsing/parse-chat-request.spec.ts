import fc from 'fast-check';
import { InvalidRequestError } from '../../../../gateway-error';
import { parseChatRequest } from './parse-chat-request';

const asked = (fields: object) => ({ model: 'm', messages: [{ role: 'user', content: 'Hi' }], ...fields });
const said = (...messages: unknown[]) => ({ model: 'm', messages });
const withPart = (part: unknown) => said({ role: 'user', content: [part] });
const withCall = (call: unknown) => said({ role: 'assistant', tool_calls: [call] });
const tool = { type: 'function', function: { name: 'f' } };

const nested = (levels: number): object =>
  JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`) as object;

function refusedField(body: unknown): string | undefined {
  try {
    parseChatRequest(body);
    return undefined;
  } catch (error) {
    if (!(error instanceof InvalidRequestError)) throw error;
    return error.field ?? 'the body';
  }
}

describe('parseChatRequest', () => {
  it.each<[string, unknown]>([
    ['the body', null],
    ['the body', []],
    ['the body', 'text'],
    ['model', { messages: [] }],
    ['model', { model: ' ', messages: [] }],
    ['messages', { model: 'm' }],
    ['messages', said()],
    ['messages[0]', said('Hi')],
    ['messages[0].role', said({ content: 'Hi' })],
    ['messages[1].role', said({ role: 'user', content: 'Hi' }, { role: 'robot', content: 'Hi' })],
    ['messages[0].role', said({ role: 'toString', content: 'Hi' })],
    ['messages[0].content', said({ role: 'user' })],
    ['messages[0].content', said({ role: 'user', content: 7 })],
    ['messages[0].content', said({ role: 'system', content: null })],
    ['messages[0].tool_call_id', said({ role: 'tool', content: 'x' })],
    ['messages[0].name', said({ role: 'function', content: 'x' })],
    ['messages[0].content[0]', withPart('text')],
    ['messages[0].content[0].type', withPart({ text: 'x' })],
    ['messages[0].content[0].type', withPart({ type: 'hologram' })],
    ['messages[0].content[0].text', withPart({ type: 'text' })],
    ['messages[0].content[0].image_url', withPart({ type: 'image_url' })],
    ['messages[0].content[0].image_url.url', withPart({ type: 'image_url', image_url: {} })],
    [
      'messages[0].content[0].input_audio.data',
      withPart({ type: 'input_audio', input_audio: { format: 'wav' } }),
    ],
    [
      'messages[0].content[0].input_audio.format',
      withPart({ type: 'input_audio', input_audio: { data: 'AA' } }),
    ],
    ['messages[0].content[0].file.file_data', withPart({ type: 'file', file: {} })],
    ['messages[0].tool_calls', said({ role: 'assistant', tool_calls: {} })],
    ['messages[0].tool_calls[0]', withCall('f')],
    ['messages[0].tool_calls[0].function', withCall({ id: 'c' })],
    ['messages[0].tool_calls[0].function.name', withCall({ id: 'c', function: {} })],
    ['messages[0].tool_calls[0].id', withCall({ id: 7, function: { name: 'f' } })],
    ['messages[0].tool_calls[0].custom.input', withCall({ type: 'custom', custom: { name: 'f' } })],
    ['temperature', asked({ temperature: '1' })],
    ['temperature', asked({ temperature: 2.1 })],
    ['top_p', asked({ top_p: -0.1 })],
    ['n', asked({ n: 0 })],
    ['n', asked({ n: 1.5 })],
    ['max_tokens', asked({ max_tokens: 0 })],
    ['max_completion_tokens', asked({ max_completion_tokens: 'many' })],
    ['seed', asked({ seed: 1.5 })],
    ['presence_penalty', asked({ presence_penalty: 3 })],
    ['top_logprobs', asked({ top_logprobs: 21 })],
    ['stream', asked({ stream: 'yes' })],
    ['stream_options', asked({ stream_options: true })],
    ['stream_options.include_usage', asked({ stream_options: { include_usage: 'yes' } })],
    ['modalities', asked({ modalities: 'text' })],
    ['modalities', asked({ modalities: [1] })],
    ['service_tier', asked({ service_tier: 1 })],
    ['web_search_options', asked({ web_search_options: true })],
    ['stop', asked({ stop: [1] })],
    ['stop', asked({ stop: ['a', 'b', 'c', 'd', 'e', 'f'] })],
    ['reasoning_effort', asked({ reasoning_effort: 'extreme' })],
    ['response_format', asked({ response_format: 'json' })],
    ['response_format.type', asked({ response_format: { type: 'xml' } })],
    ['response_format.json_schema', asked({ response_format: { type: 'json_schema' } })],
    [
      'response_format.json_schema.schema',
      asked({ response_format: { type: 'json_schema', json_schema: { schema: [] } } }),
    ],
    ['tools', asked({ tools: {} })],
    ['tools[0]', asked({ tools: ['f'] })],
    ['tools[0].function', asked({ tools: [{ type: 'function' }] })],
    ['tools[1].function.name', asked({ tools: [tool, { type: 'function', function: { name: '' } }] })],
    [
      'tools[0].function.parameters',
      asked({ tools: [{ type: 'function', function: { name: 'f', parameters: 'x' } }] }),
    ],
    ['tool_choice', asked({ tool_choice: 'required' })],
    ['tool_choice', asked({ tools: [tool], tool_choice: 'always' })],
    ['tool_choice.type', asked({ tools: [tool], tool_choice: {} })],
    [
      'tool_choice.function.name',
      asked({ tools: [tool], tool_choice: { type: 'function', function: { name: 'g' } } }),
    ],
    [
      'tool_choice.allowed_tools.mode',
      asked({ tools: [tool], tool_choice: { type: 'allowed_tools', allowed_tools: {} } }),
    ],
    [
      'messages[0].tool_calls[0].function.arguments',
      withCall({ id: 'c', function: { name: 'f', arguments: nested(65) } }),
    ],
    [
      'tools[0].custom.format',
      asked({ tools: [{ type: 'custom', custom: { name: 'f', format: nested(65) } }] }),
    ],
    ['function_call.name', asked({ functions: [{ name: 'f' }], function_call: { name: 'g' } })],
  ])('refuses a wrong %s', (field, body) => {
    expect(refusedField(body)).toBe(field);
  });

  it('lets fields pass that it does not know', () => {
    const body = asked({ chat_template_kwargs: { a: 1 }, service_tier: 'fast', modalities: ['text'] });
    expect(parseChatRequest(body)).toBe(body);
  });

  it('refuses anything else in the same way', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.record({ model: fc.constant('m'), messages: fc.array(fc.anything()) })),
        (body) => {
          expect(() => refusedField(body)).not.toThrow();
        },
      ),
    );
  });
});
