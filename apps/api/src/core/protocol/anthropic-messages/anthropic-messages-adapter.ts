import type { AdaptContext } from '../protocol-adapter';
import { WishAdapter } from '../wish-adapter';
import type { ReplyMessage } from './reply/message';
import { type MessagesAsked, toMessagesAsked } from './reply/messages-asked';
import { MessagesStreamEncoder } from './reply/messages-stream-encoder';
import { toMessage } from './reply/to-message';
import type { MessagesRequest } from './request/messages-request';
import { messagesWish } from './request/messages-wish';
import { needsOf } from './request/needs';
import { parseMessagesRequest } from './request/parse-messages-request';

/** Anthropic's messages: requests in `request/`, replies in `reply/`. */
export class AnthropicMessagesAdapter extends WishAdapter<MessagesRequest, MessagesAsked, ReplyMessage> {
  override parse = parseMessagesRequest;
  override needs = needsOf;
  override asked = toMessagesAsked;
  override toResponse = toMessage;
  protected override wish = messagesWish;

  override openStream(asked: MessagesAsked, context: AdaptContext): MessagesStreamEncoder {
    return new MessagesStreamEncoder(asked, context);
  }
}
