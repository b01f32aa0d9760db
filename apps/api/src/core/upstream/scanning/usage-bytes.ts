import type { UsageMetadata } from '../../gemini/reply/usage';
import { JsonElementScanner } from './json-element-scanner';
import { JsonKey } from './json-key';

const USAGE = new JsonKey('usageMetadata');

/** Where the value of the last `usageMetadata` begins, or -1. */
export function lastUsageIndex(json: Buffer): number {
  return USAGE.last(json);
}

/** Parses the object that begins at `index`, and nothing else. Undefined where it is cut off or none. */
export function parseUsageAt(json: Buffer, index: number): UsageMetadata | undefined {
  const end = new JsonElementScanner().next(json, index);
  if (end === -1) return undefined;
  try {
    const value: unknown = JSON.parse(json.toString('utf8', index, end));
    return isUsage(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether parsed JSON is the value of a `usageMetadata`. */
export function isUsage(value: unknown): value is UsageMetadata {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
