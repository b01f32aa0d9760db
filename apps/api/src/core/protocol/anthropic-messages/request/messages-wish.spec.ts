import { join } from 'node:path';
import { describeConversations } from '../../testing/describe-conversations';
import { describeRequestFixtures } from '../../testing/describe-request-fixtures';
import { describeUpstreamTakes } from '../../testing/describe-upstream-takes';
import { AnthropicMessagesAdapter } from '../anthropic-messages-adapter';
import { aMessagesRequest } from './testing/messages-requests';

const adapter = new AnthropicMessagesAdapter({
  showsThoughts: true,
  thinkingBudgets: { 'gemini-2.5-pro': 1000 },
  safetySettings: [{ category: 'HARM_CATEGORY_HARASSMENT', threshold: 'OFF' }],
});

describeRequestFixtures(
  'a request for a message',
  join(__dirname, '../fixtures'),
  (policy) => new AnthropicMessagesAdapter(policy),
);

describeConversations('any request for a message', adapter, {
  requests: aMessagesRequest(),
  fields: [
    'model',
    'messages',
    'system',
    'max_tokens',
    'tools',
    'tool_choice',
    'thinking',
    'output_config',
    'output_format',
    'stop_sequences',
  ],
});

const tool = {
  name: 'odd name',
  input_schema: {
    $schema: 'x',
    type: 'object',
    properties: { a: { const: 'x' } },
    additionalProperties: false,
  },
};
const search = { type: 'web_search_20250305', name: 'web_search' };
const format = { type: 'json_schema', schema: tool.input_schema };

describeUpstreamTakes('the request for upstream', adapter, {
  features: [
    { thinking: { type: 'enabled', budget_tokens: 1024 }, output_config: { effort: 'max' } },
    { thinking: { type: 'enabled', budget_tokens: 63_999, display: 'omitted' } },
    { thinking: { type: 'disabled' } },
    { thinking: { type: 'adaptive' }, output_config: { effort: 'xhigh' } },
    { tools: [tool], tool_choice: { type: 'tool', name: 'odd name' } },
    { tools: [tool], tool_choice: { type: 'any', disable_parallel_tool_use: true } },
    { tools: [tool, search], tool_choice: { type: 'none' } },
    { tools: [tool, search], tool_choice: { type: 'any' } },
    { tools: [tool, search], output_config: { format } },
    { tools: [search], tool_choice: { type: 'tool', name: 'web_search' } },
    {
      tools: [
        { type: 'bash_20250124', name: 'bash' },
        { type: 'text_editor_20250728', name: 'str_replace_based_edit_tool' },
        { type: 'memory_20250818', name: 'memory' },
        { type: 'computer_20250124', name: 'computer' },
      ],
    },
    { output_config: { format }, stop_sequences: ['a', 'b', 'c', 'd', 'e', 'f'], temperature: 1, top_k: 40 },
  ],
  plain: (fields, model) => ({
    model,
    max_tokens: 1000,
    messages: [{ role: 'user', content: 'Hi' }],
    ...fields,
  }),
  conversations: aMessagesRequest(),
});
