import { describeAdapter } from '../testing/describe-adapter';
import { PLAIN_POLICY } from '../testing/plain-policy';
import { OpenaiResponsesAdapter } from './openai-responses-adapter';

interface Event {
  type: string;
  sequence_number: number;
  delta?: string;
  response?: { error: { message: string } | null };
}

const eventsIn = (frames: string): Event[] =>
  frames
    .split('\n\n')
    .filter((frame) => frame !== '')
    .map((frame, number) => {
      const [name, data] = frame.split('\n');
      const event = JSON.parse(data!.replace(/^data: /, '')) as Event;
      expect([name, event.sequence_number]).toEqual([`event: ${event.type}`, number]);
      return event;
    });

const input = 'Hi';
const called = [
  { role: 'user', content: 'Hi' },
  { type: 'reasoning', id: 'rs_1', summary: [], encrypted_content: 'gAAAAABforeign' },
  { type: 'function_call', call_id: 'c1', name: 'f', arguments: '{}' },
  { type: 'function_call_output', call_id: 'c1', output: 'done' },
];
const tools = [
  { type: 'function', name: 'f', parameters: { type: 'object', properties: {} }, strict: true },
  { type: 'custom', name: 'patch', format: { type: 'grammar', syntax: 'lark', definition: 'start: "x"' } },
  { type: 'namespace', name: 'files', tools: [{ type: 'function', name: 'read' }] },
  { type: 'image_generation' },
];

describeAdapter('OpenAI responses', new OpenaiResponsesAdapter(PLAIN_POLICY), {
  requests: [
    { model: 'm', input },
    { model: 'm', input, stream: true, instructions: 'Be brief.', store: false },
    { model: 'm', input: called, tools, stream: true, include: ['reasoning.encrypted_content'] },
    { model: 'm', input: called, tools, tool_choice: 'required', reasoning: { summary: 'auto' } },
    { model: 'm', previous_response_id: 'resp_1', stream: true, parallel_tool_calls: false },
  ],
  refused: [
    undefined,
    null,
    [],
    'x',
    {},
    { model: 'm' },
    { input },
    { model: 'm', input: [] },
    { model: 'm', input: [7] },
    { model: 'm', input, background: true },
    { model: 'm', input, conversation: 'conv_1' },
    { model: 'm', input, prompt: { id: 'pmpt_1' } },
    { model: 'm', input, tools: [{ type: 'function', function: { name: 'nested' } }] },
    { model: 'm', input, tools, tool_choice: { type: 'function', name: 'unknown' } },
  ],
  endsIn: (frames) =>
    eventsIn(frames).filter(({ type }) => /^response\.(completed|incomplete)$/.test(type)).length,
  tellsFault: (frames, message) => {
    const last = eventsIn(frames).at(-1);
    return last?.type === 'response.failed' && last.response?.error?.message === message;
  },
  textOf: ({ output }) => {
    const message = output.find(({ type }) => type === 'message') as unknown as {
      content: { text: string }[];
    };
    return message.content.map(({ text }) => text).join('');
  },
  textIn: (frames) =>
    eventsIn(frames)
      .filter(({ type }) => type === 'response.output_text.delta')
      .map(({ delta }) => delta)
      .join(''),
});
