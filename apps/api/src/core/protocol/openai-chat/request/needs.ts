import { isWebAddress } from '../../../gemini/media-source';
import type { Need } from '../../protocol-adapter';
import type { ChatMessage } from './chat-message';
import type { ChatRequest } from './chat-request';
import { broughtSignature } from './extra-content';
import { addressOf } from './media-part';

/** What has to be fetched before the request can be translated: web addresses, and signatures the client did not bring. */
export function needsOf({ messages }: ChatRequest): readonly Need[] {
  const urls = new Set(messages.flatMap(webAddresses));
  const callIds = new Set(messages.flatMap(unsignedCallIds));
  return [
    ...[...urls].map((url): Need => ({ kind: 'media', url })),
    ...[...callIds].map((callId): Need => ({ kind: 'signature', callId })),
  ];
}

function webAddresses({ content, role }: ChatMessage): string[] {
  if (content == null || typeof content === 'string' || role === 'system' || role === 'developer') return [];
  return content.flatMap((part) => {
    const address = addressOf(part);
    return address !== undefined && isWebAddress(address) ? [address] : [];
  });
}

function unsignedCallIds(message: ChatMessage): string[] {
  if (message.role !== 'assistant') return [];
  return (message.tool_calls ?? [])
    .filter((call) => broughtSignature(call.extra_content) === undefined)
    .flatMap(({ id }) => (id ? [id] : []));
}
