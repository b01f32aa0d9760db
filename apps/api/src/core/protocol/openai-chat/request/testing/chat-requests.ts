import fc from 'fast-check';

const callId = fc.constantFrom('c0', 'c1', 'c2');
const name = fc.constantFrom('f', 'g', 'odd name');
const text = fc.constantFrom(
  '',
  ' ',
  'Hi',
  '{"a":1}',
  '[1]',
  '{bro',
  '![p](data:image/png;base64,iVBORw0KGgo=)',
);
const part = fc.oneof(
  fc.record({ type: fc.constant('text'), text }),
  fc.record({
    type: fc.constant('image_url'),
    image_url: fc.constant({ url: 'data:image/png;base64,iVBORw0KGgo=' }),
  }),
  fc.record({ type: fc.constant('thinking'), thinking: text }),
);
const content = fc.oneof(text, fc.array(part, { maxLength: 3 }));
const call = fc.oneof(
  fc.record({
    id: callId,
    type: fc.constant('function'),
    function: fc.record({ name, arguments: text }),
    extra_content: fc.constantFrom(undefined, { google: { thought_signature: 'QUJD' } }),
  }),
  fc.record({ id: callId, type: fc.constant('custom'), custom: fc.record({ name, input: text }) }),
);
const message = fc.oneof(
  fc.record({ role: fc.constantFrom('system', 'developer', 'user'), content }),
  fc.record({
    role: fc.constant('assistant'),
    content: fc.oneof(content, fc.constant(null)),
    tool_calls: fc.array(call, { maxLength: 3 }),
  }),
  fc.record({ role: fc.constant('assistant'), function_call: fc.record({ name, arguments: text }) }),
  fc.record({ role: fc.constant('tool'), tool_call_id: callId, content }),
  fc.record({ role: fc.constant('function'), name, content }),
);
/** Conversations of every kind, also such as no good client would send. */
export const aChatRequest = () =>
  fc.record({
    model: fc.constantFrom('gemini-3.8-flash', 'gemini-2.5-pro', 'gemma-3-27b-it', 'new-one'),
    messages: fc.array(message, { minLength: 1, maxLength: 10 }),
    n: fc.constantFrom(undefined, 1, 3),
    tools: fc.constantFrom(undefined, [
      { type: 'function', function: { name: 'f', parameters: { type: 'object', oneOf: [] } } },
    ]),
  });
