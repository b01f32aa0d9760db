import { OpenaiChatAdapter } from './openai-chat/openai-chat-adapter';
import type { ChatPolicy } from './openai-chat/request/chat-policy';

/** What an adapter is made of: plain values, so that the same one can be made on another thread. */
export interface AdapterRecipe {
  readonly protocol: 'openai-chat';
  readonly policy: ChatPolicy;
}

export function makeAdapter({ policy }: AdapterRecipe): OpenaiChatAdapter {
  return new OpenaiChatAdapter(policy);
}
