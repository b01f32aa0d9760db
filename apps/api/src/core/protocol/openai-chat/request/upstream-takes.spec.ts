import { describeUpstreamTakes } from '../../testing/describe-upstream-takes';
import { PLAIN_POLICY } from '../../testing/plain-policy';
import { OpenaiChatAdapter } from '../openai-chat-adapter';
import { aChatRequest } from './testing/chat-requests';

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

describeUpstreamTakes('the request for upstream', new OpenaiChatAdapter(PLAIN_POLICY), {
  features: [
    { reasoning_effort: 'none' },
    { reasoning_effort: 'max' },
    { extra_body: { google: { thinking_config: { thinking_budget: 0 } } } },
    { tools: [tool], tool_choice: { type: 'function', function: { name: 'odd name' } } },
    { tools: [tool], tool_choice: 'none' },
    {
      tools: [tool],
      tool_choice: { type: 'allowed_tools', allowed_tools: { mode: 'auto', tools: [tool] } },
    },
    { tools: [tool], tool_choice: 'required', response_format: json, web_search_options: {} },
    { tools: [tool], response_format: json, web_search_options: {} },
    { tools: [tool], tool_choice: 'none', response_format: json, web_search_options: {} },
    { tools: [tool], web_search_options: {} },
    { response_format: json },
    { n: 3, presence_penalty: 1, seed: 2 ** 50, stop: ['a'], temperature: 2 },
  ],
  plain: (fields, model) => ({ model, messages: [{ role: 'user', content: 'Hi' }], ...fields }),
  conversations: aChatRequest().map(({ messages, ...request }) => ({
    ...request,
    messages: messages.map(withoutSignatures),
  })),
});

function withoutSignatures(message: object): object {
  return JSON.parse(
    JSON.stringify(message, (name, value: unknown) => (name === 'extra_content' ? undefined : value)),
  ) as object;
}
