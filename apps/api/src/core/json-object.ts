/** An object as `JSON.parse` gives it: neither a list nor null. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Lists and objects that stand in one another deeper than this are not worked on: they would fill the stack. */
export const DEEPEST_JSON = 64;

export function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((below) => isDeeperThan(below, levels - 1));
}
