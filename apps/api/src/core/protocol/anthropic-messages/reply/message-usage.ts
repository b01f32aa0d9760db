import type { ReplyUsage } from '../../reply/reply-usage';
import type { MessageUsage } from './message';

/** @param searches how often upstream searched */
export function toMessageUsage(usage: ReplyUsage, searches = 0): MessageUsage {
  const { inputTokens, cachedTokens, outputTokens, thinkingTokens } = usage;
  return {
    input_tokens: Math.max(inputTokens - cachedTokens, 0),
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: cachedTokens,
    output_tokens: outputTokens + thinkingTokens,
    output_tokens_details: { thinking_tokens: thinkingTokens },
    ...(searches > 0 && { server_tool_use: { web_search_requests: searches, web_fetch_requests: 0 } }),
  };
}
