import { isWebAddress } from '../../gemini/media-source';
import type { Need } from '../protocol-adapter';
import type { MadeCall } from './made-call';

/** What has to be fetched of what a conversation refers to: web addresses among `addresses`, and signatures the client did not bring. */
export function needsFor(
  addresses: readonly string[],
  calls: readonly Pick<MadeCall, 'id' | 'signature'>[],
): readonly Need[] {
  const urls = new Set(addresses.filter(isWebAddress));
  const unsigned = calls.filter(({ signature }) => signature === undefined);
  const callIds = new Set(unsigned.flatMap(({ id }) => id ?? []));
  return [
    ...[...urls].map((url): Need => ({ kind: 'media', url })),
    ...[...callIds].map((callId): Need => ({ kind: 'signature', callId })),
  ];
}
