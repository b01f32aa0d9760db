import type { ModelFeatures } from '../../gemini/models/model-features';
import type { GenerateContentResponse } from '../../gemini/reply/generate-content-response';
import { type MakeWish, toMendedTranslation, toTranslation } from '../generation/translation';
import type {
  AdaptContext,
  Answer,
  Need,
  ProtocolAdapter,
  Resolved,
  StreamEncoder,
  Translation,
} from '../protocol-adapter';
import type { TranslationPolicy } from '../translation-policy';
import { type ChatAsked, toChatAsked } from './reply/chat-asked';
import type { ChatCompletion } from './reply/chat-completion';
import { ChatStreamEncoder } from './reply/chat-stream-encoder';
import { toChatCompletion } from './reply/to-chat-completion';
import type { ChatRequest } from './request/chat-request';
import { chatWish } from './request/chat-wish';
import { fannedOut } from './request/fan-out';
import { needsOf } from './request/needs';
import { parseChatRequest } from './request/parse-chat-request';

/** OpenAI's chat completions: requests in `request/`, replies in `reply/`. */
export class OpenaiChatAdapter implements ProtocolAdapter<ChatRequest, ChatAsked, ChatCompletion> {
  constructor(private readonly policy: TranslationPolicy) {}

  parse(body: unknown): ChatRequest {
    return parseChatRequest(body);
  }

  needs(request: ChatRequest): readonly Need[] {
    return needsOf(request);
  }

  toUpstream(request: ChatRequest, resolved: Resolved, features: ModelFeatures): Translation {
    const circumstances = { resolved, features, policy: this.policy };
    return fannedOut(toTranslation(wishOf(request), circumstances), request, features);
  }

  repair(request: ChatRequest, resolved: Resolved, features: ModelFeatures): Translation | undefined {
    const circumstances = { resolved, features, policy: this.policy };
    const mended = toMendedTranslation(wishOf(request), circumstances);
    return mended && fannedOut(mended, request, features);
  }

  asked(request: ChatRequest): ChatAsked {
    return toChatAsked(request);
  }

  toResponse(
    replies: readonly GenerateContentResponse[],
    asked: ChatAsked,
    context: AdaptContext,
  ): Answer<ChatCompletion> {
    return toChatCompletion(replies, asked, context);
  }

  openStream(asked: ChatAsked, context: AdaptContext): StreamEncoder {
    return new ChatStreamEncoder(asked, context);
  }
}

function wishOf(request: ChatRequest): MakeWish {
  return (context) => chatWish(request, context);
}
