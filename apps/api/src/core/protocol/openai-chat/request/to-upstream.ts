import { InvalidRequestError } from '../../../gateway-error';
import type { GenerateContentRequest } from '../../../gemini/generate-content-request';
import type { ModelFeatures } from '../../../gemini/model-features';
import { toGenerationRequest } from '../../generation/generation-request';
import type { GenerationWish } from '../../generation/generation-wish';
import { mendedRequest, signedRequest } from '../../generation/signed-request';
import type { MediaContext } from '../../media/media-part';
import type { Resolved, Translation } from '../../protocol-adapter';
import { builtInTools } from '../../tools/built-in-tools';
import { ClientTools } from '../../tools/client-tools';
import type { TranslationPolicy } from '../../translation-policy';
import { chatConversation } from './chat-conversation';
import type { ChatRequest } from './chat-request';
import { chatSampling } from './chat-sampling';
import { chatThinking } from './chat-thinking';
import { declaredTools, hostedTools } from './declared-tools';
import { fannedOut } from './fan-out';
import { googleExtras } from './google-extras';
import { responseFormat } from './response-format';
import { functionChoice } from './tool-choice';

/** The requests that upstream gets for a chat request. @throws InvalidRequestError naming the field */
export function toUpstream(
  request: ChatRequest,
  resolved: Resolved,
  features: ModelFeatures,
  policy: TranslationPolicy,
): Translation {
  const { single, changes } = translated(request, resolved, features, policy);
  return { requests: fannedOut(signedRequest(single, features), request, features), changes };
}

/** The same after upstream refused a thought signature, without any real one; undefined where there is nothing to mend. */
export function repairedForUpstream(
  request: ChatRequest,
  resolved: Resolved,
  features: ModelFeatures,
  policy: TranslationPolicy,
): Translation | undefined {
  const { single, changes } = translated(request, resolved, features, policy);
  const mended = mendedRequest(single, features);
  return mended && { requests: fannedOut(mended, request, features), changes };
}

function translated(
  request: ChatRequest,
  resolved: Resolved,
  features: ModelFeatures,
  policy: TranslationPolicy,
): { readonly single: GenerateContentRequest; readonly changes: readonly string[] } {
  refuseAudio(request, features);
  const changes: string[] = [];
  const wish = chatWish(request, { ...resolved, features }, changes);
  const context = { signatures: resolved.signatures, features, policy };
  const single = toGenerationRequest(wish, context, changes);
  return { single, changes: [...new Set(changes)] };
}

/** What the client wants, in words that belong to no dialect. */
function chatWish(request: ChatRequest, context: MediaContext, changes: string[]): GenerationWish {
  const extras = googleExtras(request);
  const tools = new ClientTools(declaredTools(request));
  return {
    conversation: chatConversation(request.messages, context, changes),
    tools,
    choice: functionChoice(request, tools),
    builtIns: builtInTools(hostedTools(request), changes),
    format: responseFormat(request),
    sampling: chatSampling(request),
    thinking: chatThinking(request, extras),
    safetySettings: extras.safetySettings,
    cachedContent: extras.cachedContent,
    serviceTier: request.service_tier,
  };
}

function refuseAudio({ modalities }: ChatRequest, features: ModelFeatures): void {
  if (!modalities?.includes('audio') || features.modalities.includes('AUDIO')) return;
  throw new InvalidRequestError(
    `The model ${features.model} does not speak: leave audio out of modalities.`,
    {
      field: 'modalities',
    },
  );
}
