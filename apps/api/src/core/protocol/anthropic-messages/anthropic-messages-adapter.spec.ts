import { describeAdapter } from '../testing/describe-adapter';
import { PLAIN_POLICY } from '../testing/plain-policy';
import { AnthropicMessagesAdapter } from './anthropic-messages-adapter';

interface Event {
  type: string;
  delta?: { text?: string };
  error?: { message: string };
}

const eventsIn = (frames: string): Event[] =>
  frames
    .split('\n\n')
    .filter((frame) => frame !== '')
    .map((frame) => {
      const [name, data] = frame.split('\n');
      const event = JSON.parse(data!.replace(/^data: /, '')) as Event;
      expect(name).toBe(`event: ${event.type}`);
      return event;
    });

const user = { role: 'user', content: 'Hi' };
const called = [
  user,
  {
    role: 'assistant',
    content: [
      { type: 'thinking', thinking: 'Hm.', signature: 'EqQBCkYIBxgCKkD' },
      { type: 'tool_use', id: 'toolu_1', name: 'f', input: {} },
    ],
  },
  { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content: 'done' }] },
];
const tools = [{ name: 'f', input_schema: { type: 'object', properties: {} } }];
const plain = { model: 'm', max_tokens: 10, messages: [user] };

describeAdapter('Anthropic messages', new AnthropicMessagesAdapter(PLAIN_POLICY), {
  requests: [
    plain,
    { ...plain, stream: true },
    { ...plain, stream: true, thinking: { type: 'adaptive' }, system: 'Be brief.' },
    { ...plain, messages: called, tools, stream: true },
    { ...plain, messages: called, tools, tool_choice: { type: 'any' }, stop_sequences: ['x'] },
    { ...plain, stop_sequences: ['a', 'b', 'c', 'd', 'e', 'f, g'], stream: true },
  ],
  refused: [
    undefined,
    null,
    [],
    'x',
    {},
    { model: 'm', max_tokens: 10 },
    { max_tokens: 10, messages: [user] },
    { model: 'm', messages: [user] },
    { ...plain, messages: [] },
  ],
  endsIn: (frames) => eventsIn(frames).filter(({ type }) => type === 'message_stop').length,
  tellsFault: (frames, message) => eventsIn(frames).at(-1)?.error?.message === message,
  textOf: ({ content }) => content.map((block) => (block.type === 'text' ? block.text : '')).join(''),
  textIn: (frames) =>
    eventsIn(frames)
      .map(({ delta }) => delta?.text ?? '')
      .join(''),
});
