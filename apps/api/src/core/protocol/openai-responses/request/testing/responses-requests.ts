import fc from 'fast-check';

const text = fc.constantFrom('', ' ', 'Hello', '{"a":1}', '[1]', '🙂');
const name = fc.constantFrom('f', 'g', 'odd name', '__proto__');
const callId = fc.constantFrom('c1', 'c2', 'c3');
const content = fc.oneof(
  text,
  fc.array(
    fc.oneof(
      fc.record({ type: fc.constantFrom('input_text', 'output_text'), text }),
      fc.record({ type: fc.constant('refusal'), refusal: text }),
    ),
    { maxLength: 3 },
  ),
);

const item = fc.oneof(
  fc.record({ role: fc.constantFrom('user', 'assistant', 'system', 'developer'), content }),
  fc.record({ type: fc.constant('function_call'), call_id: callId, name, arguments: text }),
  fc.record({ type: fc.constant('function_call_output'), call_id: callId, output: content }),
  fc.record({ type: fc.constant('custom_tool_call'), call_id: callId, name, input: text }),
  fc.record({ type: fc.constant('custom_tool_call_output'), call_id: callId, output: text }),
  fc.record({ type: fc.constant('reasoning'), summary: fc.constant([]), encrypted_content: text }),
  fc.record({
    type: fc.constantFrom('web_search_call', 'compaction', 'tomorrow', 'local_shell_call'),
    call_id: callId,
  }),
);

const tools = fc.constantFrom(undefined, [
  { type: 'function', name: 'f', parameters: { type: 'object', oneOf: [] } },
  { type: 'custom', name: 'odd name' },
  { type: 'namespace', name: 'g', tools: [{ type: 'function', name: 'f' }] },
  { type: 'web_search' },
]);

/** Requests of every kind, also such as no good client would send. */
export const aResponsesRequest = () =>
  fc.record({
    model: fc.constantFrom('gemini-3.8-flash', 'gemini-2.5-pro', 'gemma-4-31b-it', 'gemini-4-hydrogen'),
    input: fc.array(item, { minLength: 1, maxLength: 10 }),
    instructions: fc.constantFrom(undefined, null, '', 'Be brief.'),
    tools,
  });
