import { AnthropicMessagesAdapter } from './anthropic-messages-adapter';
import { parseCountRequest } from './request/parse-messages-request';

/** The same for requests whose tokens are only counted: nothing tells how long an answer may be. */
export class AnthropicCountAdapter extends AnthropicMessagesAdapter {
  override parse = parseCountRequest;
}
