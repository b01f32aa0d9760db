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
import type { ReplyMessage } from './reply/message';
import { type MessagesAsked, toMessagesAsked } from './reply/messages-asked';
import { MessagesStreamEncoder } from './reply/messages-stream-encoder';
import { toMessage } from './reply/to-message';
import type { MessagesRequest } from './request/messages-request';
import { messagesWish } from './request/messages-wish';
import { needsOf } from './request/needs';
import { parseMessagesRequest } from './request/parse-messages-request';

/** Anthropic's messages: requests in `request/`, replies in `reply/`. */
export class AnthropicMessagesAdapter implements ProtocolAdapter<
  MessagesRequest,
  MessagesAsked,
  ReplyMessage
> {
  constructor(private readonly policy: TranslationPolicy) {}

  parse(body: unknown): MessagesRequest {
    return parseMessagesRequest(body);
  }

  needs(request: MessagesRequest): readonly Need[] {
    return needsOf(request);
  }

  toUpstream(request: MessagesRequest, resolved: Resolved, features: ModelFeatures): Translation {
    return toTranslation(wishOf(request), { resolved, features, policy: this.policy });
  }

  repair(request: MessagesRequest, resolved: Resolved, features: ModelFeatures): Translation | undefined {
    return toMendedTranslation(wishOf(request), { resolved, features, policy: this.policy });
  }

  asked(request: MessagesRequest): MessagesAsked {
    return toMessagesAsked(request);
  }

  toResponse(
    replies: readonly GenerateContentResponse[],
    asked: MessagesAsked,
    context: AdaptContext,
  ): Answer<ReplyMessage> {
    return toMessage(replies, asked, context);
  }

  openStream(asked: MessagesAsked, context: AdaptContext): StreamEncoder {
    return new MessagesStreamEncoder(asked, context);
  }
}

function wishOf(request: MessagesRequest): MakeWish {
  return (context) => messagesWish(request, context);
}
