import type { GenerationWish } from '../../generation/generation-wish';
import type { WishContext } from '../../generation/translation';
import { builtInTools } from '../../tools/built-in-tools';
import { ClientTools } from '../../tools/client-tools';
import { messagesConversation } from './messages-conversation';
import type { MessagesRequest } from './messages-request';
import { stopSequences } from './stop-sequences';
import { messagesThinking } from './thinking-wish';
import { declaredTools } from './tools/declared-tools';
import { hostedTools } from './tools/hosted-tools';
import { functionChoice } from './tools/tool-choice';

/** What the client wants, in words that belong to no dialect. @throws InvalidRequestError naming the field */
export function messagesWish(request: MessagesRequest, context: WishContext): GenerationWish {
  const tools = new ClientTools(declaredTools(request.tools));
  const isToolFree = request.tool_choice?.type === 'none';
  const format = request.output_config?.format ?? request.output_format;
  return {
    conversation: messagesConversation(request, context),
    tools,
    choice: functionChoice(request, tools),
    builtIns: isToolFree ? [] : builtInTools(hostedTools(request.tools), context.changes),
    format: format == null ? undefined : { schema: format.schema, field: 'output_config.format' },
    sampling: {
      temperature: request.temperature,
      topP: request.top_p,
      topK: request.top_k,
      maxOutputTokens: request.max_tokens,
      stopSequences: stopSequences(request).upstream,
    },
    thinking: messagesThinking(request),
  };
}
