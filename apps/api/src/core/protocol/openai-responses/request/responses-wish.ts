import type { GenerationWish } from '../../generation/generation-wish';
import type { WishContext } from '../../generation/translation';
import { clientTools } from '../tools/declared-tools';
import { upstreamTools } from '../tools/hosted-tools';
import { responsesConversation } from './conversation/responses-conversation';
import { wantsLogprobs } from './includes';
import type { ResponsesRequest } from './responses-request';
import { jsonAnswer, responsesThinking } from './settled-wishes';
import { functionChoice } from './tool-choice';
import { toolsOf } from './tools-of';

/** What the client wants, in words that belong to no dialect. @throws InvalidRequestError naming the field */
export function responsesWish(request: ResponsesRequest, context: WishContext): GenerationWish {
  const { changes } = context;
  const { body } = request;
  const sorted = toolsOf(request);
  const tools = clientTools(sorted);
  return {
    conversation: responsesConversation(request, context, changes),
    tools,
    choice: functionChoice(body, tools, changes),
    builtIns: body.tool_choice === 'none' ? [] : upstreamTools(sorted.hosted, changes),
    format: jsonAnswer(request),
    sampling: {
      temperature: body.temperature,
      topP: body.top_p,
      maxOutputTokens: body.max_output_tokens,
      logprobs: wantsLogprobs(body),
      topLogprobs: body.top_logprobs,
    },
    thinking: responsesThinking(request),
    serviceTier: body.service_tier,
  };
}
