import { isWebAddress } from '../../../gemini/media-source';
import type { Need } from '../../protocol-adapter';
import type { ChatMessage } from './chat-message';
import type { ChatRequest } from './chat-request';
import { broughtSignature } from './extra-content';
import { addressOf } from './media-part';
import { leadingInstructions } from './system-instruction';

/** What has to be fetched before the request can be translated: web addresses, and signatures the client did not bring. */
export function needsOf({ messages }: ChatRequest): readonly Need[] {
  // The instructions at the beginning hold nothing but text.
  const urls = new Set(messages.slice(leadingInstructions(messages).end).flatMap(webAddresses));
  const callIds = new Set(messages.flatMap(unsignedCallIds));
  return [
    ...[...urls].map((url): Need => ({ kind: 'media', url })),
    ...[...callIds].map((callId): Need => ({ kind: 'signature', callId })),
  ];
}

function webAddresses({ content }: ChatMessage): string[] {
  if (content == null || typeof content === 'string') return [];
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
