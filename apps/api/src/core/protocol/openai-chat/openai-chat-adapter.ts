import type { AdaptContext } from '../protocol-adapter';
import { WishAdapter } from '../wish-adapter';
import { type ChatAsked, toChatAsked } from './reply/chat-asked';
import type { ChatCompletion } from './reply/chat-completion';
import { ChatStreamEncoder } from './reply/chat-stream-encoder';
import { toChatCompletion } from './reply/to-chat-completion';
import type { ChatRequest } from './request/chat-request';
import { chatWish } from './request/chat-wish';
import { fannedOut } from './request/fan-out';
import { needsOf } from './request/needs';
import { parseChatRequest } from './request/parsing/parse-chat-request';

/** OpenAI's chat completions: requests in `request/`, replies in `reply/`. */
export class OpenaiChatAdapter extends WishAdapter<ChatRequest, ChatAsked, ChatCompletion> {
  override parse = parseChatRequest;
  override needs = needsOf;
  override asked = toChatAsked;
  override toResponse = toChatCompletion;
  protected override wish = chatWish;
  protected override fanOut = fannedOut;

  override openStream(asked: ChatAsked, context: AdaptContext): ChatStreamEncoder {
    return new ChatStreamEncoder(asked, context);
  }
}
