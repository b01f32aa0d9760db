import type { GenerateContentRequest } from '../../../gemini/generate-content-request';
import type { ModelFeatures } from '../../../gemini/model-features';
import { toGenerationRequest } from '../../generation/generation-request';
import type { GenerationWish } from '../../generation/generation-wish';
import { mendedRequest, signedRequest } from '../../generation/signed-request';
import type { Resolved, Translation } from '../../protocol-adapter';
import { builtInTools } from '../../tools/built-in-tools';
import { ClientTools } from '../../tools/client-tools';
import type { TranslationPolicy } from '../../translation-policy';
import type { BlockContext } from './blocks/block-parts';
import { messagesConversation } from './messages-conversation';
import type { MessagesRequest } from './messages-request';
import { stopSequences } from './stop-sequences';
import { messagesThinking } from './thinking-wish';
import { declaredTools } from './tools/declared-tools';
import { hostedTools } from './tools/hosted-tools';
import { functionChoice } from './tools/tool-choice';

/** The request that upstream gets for a request for a message. @throws InvalidRequestError naming the field */
export function toUpstream(
  request: MessagesRequest,
  resolved: Resolved,
  features: ModelFeatures,
  policy: TranslationPolicy,
): Translation {
  const { single, changes } = translated(request, resolved, features, policy);
  return { requests: [signedRequest(single, features)], changes };
}

/** The same after upstream refused a thought signature, without any real one; undefined where there is nothing to mend. */
export function repairedForUpstream(
  request: MessagesRequest,
  resolved: Resolved,
  features: ModelFeatures,
  policy: TranslationPolicy,
): Translation | undefined {
  const { single, changes } = translated(request, resolved, features, policy);
  const mended = mendedRequest(single, features);
  return mended && { requests: [mended], changes };
}

function translated(
  request: MessagesRequest,
  resolved: Resolved,
  features: ModelFeatures,
  policy: TranslationPolicy,
): { readonly single: GenerateContentRequest; readonly changes: readonly string[] } {
  const changes: string[] = [];
  const wish = messagesWish(request, { ...resolved, features, changes });
  const single = toGenerationRequest(wish, { signatures: resolved.signatures, features, policy }, changes);
  return { single, changes: [...new Set(changes)] };
}

/** What the client wants, in words that belong to no dialect. */
function messagesWish(request: MessagesRequest, context: BlockContext): GenerationWish {
  const tools = new ClientTools(declaredTools(request.tools));
  const format = request.output_config?.format ?? request.output_format;
  return {
    conversation: messagesConversation(request, context),
    tools,
    choice: functionChoice(request, tools),
    builtIns: builtInTools(hostedTools(request.tools), context.changes),
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
