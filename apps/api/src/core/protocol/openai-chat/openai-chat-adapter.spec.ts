import { aContext } from '../testing/adapt-context';
import { describeAdapter } from '../testing/describe-adapter';
import { PLAIN_POLICY } from '../testing/plain-policy';
import { OpenaiChatAdapter } from './openai-chat-adapter';

interface Chunk {
  choices?: { delta: { content?: string }; finish_reason: string | null }[];
  error?: { message: string };
}

const chunksIn = (frames: string): Chunk[] =>
  frames
    .split('\n\n')
    .filter((frame) => frame.startsWith('data: {'))
    .map((frame) => JSON.parse(frame.slice(6)) as Chunk);

const messages = [{ role: 'user', content: 'Hi' }];
const called = [
  ...messages,
  {
    role: 'assistant',
    tool_calls: [{ id: 'c1', type: 'function', function: { name: 'f', arguments: '{}' } }],
  },
  { role: 'tool', tool_call_id: 'c1', content: 'done' },
];
const tools = [{ type: 'function', function: { name: 'f', parameters: { type: 'object', properties: {} } } }];

describeAdapter('OpenAI chat completions', new OpenaiChatAdapter(PLAIN_POLICY), {
  requests: [
    { model: 'm', messages },
    { model: 'm', messages, stream: true },
    { model: 'm', messages, stream: true, stream_options: { include_usage: true } },
    { model: 'm', messages: called, tools, stream: true },
    { model: 'm', messages: called, tools, tool_choice: 'required', temperature: 0.5, stop: 'x' },
    { model: 'm', messages, functions: [{ name: 'f' }] },
  ],
  refused: [undefined, null, [], 'x', {}, { model: 'm' }, { messages }, { model: 'm', messages: [] }],
  endsIn: (frames) =>
    frames.split('data: [DONE]\n\n').length - 1 ||
    chunksIn(frames).filter(({ choices }) => choices?.some((choice) => choice.finish_reason !== null)).length,
  tellsFault: (frames, message) => chunksIn(frames).at(-1)?.error?.message === message,
  textOf: (body) => body.choices[0]?.message.content ?? '',
  textIn: (frames) =>
    chunksIn(frames)
      .map(({ choices }) => choices?.[0]?.delta.content ?? '')
      .join(''),
});

it.each([
  [true, 2],
  [false, 1],
])('gives the calls that parallel_tool_calls of %s leaves: %i', (parallel_tool_calls, count) => {
  const adapter = new OpenaiChatAdapter(PLAIN_POLICY);
  const asked = adapter.asked(adapter.parse({ model: 'm', messages, tools, parallel_tool_calls }));
  const parts = [{ functionCall: { name: 'f' } }, { functionCall: { name: 'f' } }];
  const { body } = adapter.toResponse([{ candidates: [{ content: { parts } }] }], asked, aContext());
  expect(body.choices[0]?.message.tool_calls).toHaveLength(count);
});
