import { AnthropicCountAdapter } from './anthropic-messages/anthropic-count-adapter';
import { AnthropicMessagesAdapter } from './anthropic-messages/anthropic-messages-adapter';
import { OpenaiChatAdapter } from './openai-chat/openai-chat-adapter';
import { OpenaiResponsesAdapter } from './openai-responses/openai-responses-adapter';
import type { Asked, ProtocolAdapter } from './protocol-adapter';
import type { TranslationPolicy } from './translation-policy';

/** The adapter of each dialect that is translated. */
const ADAPTERS = {
  'anthropic-messages': AnthropicMessagesAdapter,
  'anthropic-count': AnthropicCountAdapter,
  'openai-chat': OpenaiChatAdapter,
  'openai-responses': OpenaiResponsesAdapter,
} satisfies Record<string, new (policy: TranslationPolicy) => AnyAdapter>;

export type TranslatedProtocol = keyof typeof ADAPTERS;

/** What an adapter is made of: plain values, so that the same one can be made on another thread. */
export interface AdapterRecipe {
  readonly protocol: TranslatedProtocol;
  readonly policy: TranslationPolicy;
}

/** An adapter whose requests and bodies nobody but itself looks into. */
export type AnyAdapter = ProtocolAdapter<unknown, Asked, unknown>;

export function makeAdapter({ protocol, policy }: AdapterRecipe): AnyAdapter {
  return new ADAPTERS[protocol](policy);
}
