import { AnthropicMessagesAdapter } from './anthropic-messages-adapter';
import type { MessagesRequest } from './request/messages-request';
import { parseCountRequest } from './request/parse-messages-request';

/** The same for requests whose tokens are only counted: nothing tells how long an answer may be. */
export class AnthropicCountAdapter extends AnthropicMessagesAdapter {
  override parse(body: unknown): MessagesRequest {
    return parseCountRequest(body);
  }
}
