import { isWebAddress } from '../../gemini/media-source';
import type { CallKey, Need } from '../protocol-adapter';
import { callKeyOf, textOfKey } from './call-digest';
import type { MadeCall } from './made-call';

/** What has to be fetched of what a conversation refers to: web addresses among `addresses`, and signatures the client did not bring. */
export function needsFor(addresses: readonly string[], calls: readonly MadeCall[]): readonly Need[] {
  const urls = new Set(addresses.filter(isWebAddress));
  const unsigned = new Map<string, CallKey>();
  for (const call of calls) {
    const key = call.signature === undefined ? callKeyOf(call) : undefined;
    if (key !== undefined) unsigned.set(textOfKey(key), key);
  }
  return [
    ...[...urls].map((url): Need => ({ kind: 'media', url })),
    ...[...unsigned.values()].map((key): Need => ({ kind: 'signature', ...key })),
  ];
}
