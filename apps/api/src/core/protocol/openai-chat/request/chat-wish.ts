import { InvalidRequestError } from '../../../gateway-error';
import type { ModelFeatures } from '../../../gemini/models/model-features';
import type { GenerationWish } from '../../generation/generation-wish';
import type { WishContext } from '../../generation/translation';
import { builtInTools } from '../../tools/built-in-tools';
import { ClientTools } from '../../tools/client-tools';
import type { ChatRequest } from './chat-request';
import { chatSampling } from './chat-sampling';
import { chatThinking } from './chat-thinking';
import { chatConversation } from './conversation/chat-conversation';
import { googleExtras } from './google-extras';
import { responseFormat } from './response-format';
import { declaredTools, hostedTools } from './tools/declared-tools';
import { functionChoice } from './tools/tool-choice';

/** What the client wants, in words that belong to no dialect. @throws InvalidRequestError naming the field */
export function chatWish(request: ChatRequest, context: WishContext): GenerationWish {
  refuseAudio(request, context.features);
  const extras = googleExtras(request);
  const tools = new ClientTools(declaredTools(request));
  return {
    conversation: chatConversation(request.messages, context),
    tools,
    choice: functionChoice(request, tools),
    builtIns: builtInTools(hostedTools(request), context.changes),
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
