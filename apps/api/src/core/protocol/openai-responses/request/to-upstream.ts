import type { GenerateContentRequest } from '../../../gemini/generate-content-request';
import type { ModelFeatures } from '../../../gemini/model-features';
import { toGenerationRequest } from '../../generation/generation-request';
import type { GenerationWish } from '../../generation/generation-wish';
import { mendedRequest, signedRequest } from '../../generation/signed-request';
import type { MediaContext } from '../../media/media-part';
import type { Resolved, Translation } from '../../protocol-adapter';
import type { TranslationPolicy } from '../../translation-policy';
import { clientTools } from '../tools/declared-tools';
import { upstreamTools } from '../tools/hosted-tools';
import { wantsLogprobs } from './includes';
import { responsesConversation } from './responses-conversation';
import type { ResponsesRequest } from './responses-request';
import { jsonAnswer, responsesThinking } from './settled-wishes';
import { functionChoice } from './tool-choice';
import { toolsOf } from './tools-of';

/** The request that upstream gets for a request for a response. @throws InvalidRequestError naming the field */
export function toUpstream(
  request: ResponsesRequest,
  resolved: Resolved,
  features: ModelFeatures,
  policy: TranslationPolicy,
): Translation {
  const { single, changes } = translated(request, resolved, features, policy);
  return { requests: [signedRequest(single, features)], changes };
}

/** The same after upstream refused a thought signature, without any real one; undefined where there is nothing to mend. */
export function repairedForUpstream(
  request: ResponsesRequest,
  resolved: Resolved,
  features: ModelFeatures,
  policy: TranslationPolicy,
): Translation | undefined {
  const { single, changes } = translated(request, resolved, features, policy);
  const mended = mendedRequest(single, features);
  return mended && { requests: [mended], changes };
}

function translated(
  request: ResponsesRequest,
  resolved: Resolved,
  features: ModelFeatures,
  policy: TranslationPolicy,
): { readonly single: GenerateContentRequest; readonly changes: readonly string[] } {
  const changes: string[] = [];
  const wish = responsesWish(request, { ...resolved, features }, changes);
  const single = toGenerationRequest(wish, { signatures: resolved.signatures, features, policy }, changes);
  return { single, changes: [...new Set(changes)] };
}

/** What the client wants, in words that belong to no dialect. */
function responsesWish(request: ResponsesRequest, context: MediaContext, changes: string[]): GenerationWish {
  const { body } = request;
  const sorted = toolsOf(request);
  const tools = clientTools(sorted);
  return {
    conversation: responsesConversation(request, context, changes),
    tools,
    choice: functionChoice(body, tools, changes),
    builtIns: upstreamTools(sorted.hosted, changes),
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
