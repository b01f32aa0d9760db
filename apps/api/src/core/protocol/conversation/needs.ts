import { isUpstreamFile, isWebAddress } from '../../gemini/media/media-source';
import { resourceNameOf } from '../../gemini/resources/resource-name';
import type { CallKey, Need } from '../protocol-adapter';
import { callKeyOf, textOfKey } from './call-digest';
import type { MadeCall } from './made-call';

/**
 * What has to be found of what a request refers to: what stands behind web addresses, signatures the client did not bring, and
 * whose key upstream keeps its files for; `kept` names further things that upstream keeps, and
 * `shown` the addresses of pictures in earlier answers.
 */
export function needsFor(
  addresses: readonly string[],
  calls: readonly MadeCall[],
  kept: readonly string[] = [],
  shown: readonly string[] = [],
): readonly Need[] {
  const urls = new Set(addresses.filter(isWebAddress));
  const names = new Set(
    [...addresses.filter(isUpstreamFile), ...kept].flatMap((name) => resourceNameOf(name) ?? []),
  );
  const unsigned = new Map<string, CallKey>();
  for (const call of calls) {
    if (call.signature !== undefined) continue;
    const key = callKeyOf(call);
    unsigned.set(textOfKey(key), key);
  }
  return [
    ...[...urls].map((url): Need => ({ kind: 'media', url })),
    ...shown.filter((url) => !urls.has(url)).map((url): Need => ({ kind: 'shown-picture', url })),
    ...[...unsigned.values()].map((key): Need => ({ kind: 'signature', ...key })),
    ...[...names].map((name): Need => ({ kind: 'owner', name })),
  ];
}
