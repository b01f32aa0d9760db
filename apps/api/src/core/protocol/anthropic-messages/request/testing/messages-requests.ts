import fc from 'fast-check';

const PICTURE = { type: 'base64', media_type: 'image/png', data: 'iVBORw0KGgo=' };
const callId = fc.constantFrom('toolu_0', 'toolu_1', 'toolu_2');
const name = fc.constantFrom('f', 'g', 'odd name');
const text = fc.constantFrom(
  '',
  ' ',
  'Hi',
  '{"a":1}',
  'x-anthropic-billing-header: cc_version=2;',
  '![p](data:image/png;base64,iVBORw0KGgo=)',
);
const words = fc.record({ type: fc.constant('text'), text });
const shown = fc.oneof(
  words,
  fc.constant({ type: 'image', source: PICTURE }),
  fc.record({
    type: fc.constant('document'),
    title: fc.oneof(text, fc.constant(null)),
    source: fc.oneof(
      fc.record({ type: fc.constant('text'), data: text }),
      fc.constant({ type: 'content', content: [{ type: 'image', source: PICTURE }] }),
    ),
  }),
  fc.constant({ type: 'block_of_tomorrow' }),
);
const result = fc.record({
  type: fc.constant('tool_result'),
  tool_use_id: callId,
  content: fc.oneof(text, fc.array(shown, { maxLength: 2 }), fc.constant(undefined)),
  is_error: fc.boolean(),
});
const call = fc.record({
  type: fc.constant('tool_use'),
  id: callId,
  name,
  input: fc.oneof(fc.constant({}), fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), fc.jsonValue()),
});
const thoughts = fc.oneof(
  fc.record({ type: fc.constant('thinking'), thinking: text, signature: fc.base64String() }),
  fc.record({ type: fc.constant('redacted_thinking'), data: fc.base64String() }),
);
const message = fc.oneof(
  fc.record({
    role: fc.constant('user'),
    content: fc.oneof(text, fc.array(fc.oneof(shown, result), { maxLength: 4 })),
  }),
  fc.record({
    role: fc.constant('assistant'),
    content: fc.oneof(text, fc.array(fc.oneof(words, call, thoughts), { maxLength: 4 })),
  }),
  fc.record({ role: fc.constant('system'), content: text }),
);

/** Conversations of every kind, also such as no good client would send. */
export const aMessagesRequest = () =>
  fc.record({
    model: fc.constantFrom('gemini-3.8-flash', 'gemini-2.5-pro', 'gemma-3-27b-it', 'new-one'),
    max_tokens: fc.constantFrom(1, 32_000),
    system: fc.oneof(text, fc.array(words, { maxLength: 3 })),
    messages: fc.array(message, { minLength: 1, maxLength: 10 }),
    tools: fc.constantFrom(undefined, [{ name: 'f', input_schema: { type: 'object', oneOf: [] } }]),
    thinking: fc.constantFrom(undefined, { type: 'adaptive' }, { type: 'disabled' }),
  });
