import type { UsageMetadata } from '../../gemini/reply/usage';
import { lastUsageIndex, parseUsageAt } from './usage-bytes';

/**
 * The usage of a reply in one body, or of its last bytes: `usageMetadata` stands after the candidates.
 * Only that object is parsed, so the length of the reply does not matter.
 */
export function usageOfReply(body: Buffer): UsageMetadata | undefined {
  const index = lastUsageIndex(body);
  return index === -1 ? undefined : parseUsageAt(body, index);
}
