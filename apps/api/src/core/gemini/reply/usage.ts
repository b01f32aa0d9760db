/** Token counts of one client request, as upstream reported them. */
export interface TokenUsage {
  readonly inputTokens: number;
  /** Part of `inputTokens` that was served from a cache. */
  readonly cachedTokens: number;
  readonly outputTokens: number;
  readonly thinkingTokens: number;
}

/** `usageMetadata` as Gemini sends it. Every field may be missing, and in a stream each one is a total so far. */
export interface UsageMetadata {
  readonly promptTokenCount?: number;
  readonly cachedContentTokenCount?: number;
  readonly candidatesTokenCount?: number;
  readonly thoughtsTokenCount?: number;
  readonly toolUsePromptTokenCount?: number;
  readonly totalTokenCount?: number;
  readonly [field: string]: unknown;
}

export function addTokenUsage(
  one: TokenUsage | undefined,
  other: TokenUsage | undefined,
): TokenUsage | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return {
    inputTokens: one.inputTokens + other.inputTokens,
    cachedTokens: one.cachedTokens + other.cachedTokens,
    outputTokens: one.outputTokens + other.outputTokens,
    thinkingTokens: one.thinkingTokens + other.thinkingTokens,
  };
}

/** Input is the prompt, cached part included, and what tools added to it; output is without thinking. */
export function toTokenUsage(raw: UsageMetadata): TokenUsage {
  return {
    inputTokens: count(raw.promptTokenCount) + count(raw.toolUsePromptTokenCount),
    cachedTokens: count(raw.cachedContentTokenCount),
    outputTokens: count(raw.candidatesTokenCount),
    thinkingTokens: count(raw.thoughtsTokenCount),
  };
}

/** The tokens of one modality in a list such as `promptTokensDetails`. */
export function modalityTokens(details: unknown, modality: string): number {
  if (!Array.isArray(details)) return 0;
  const entries = details as readonly { modality?: unknown; tokenCount?: unknown }[];
  return entries.reduce(
    (sum, entry) => sum + (entry?.modality === modality ? count(entry.tokenCount) : 0),
    0,
  );
}

/** What two calls used together. Details that are no counts are those of the later one. */
export function addUsage(former: UsageMetadata | undefined, later: UsageMetadata): UsageMetadata {
  if (former === undefined) return later;
  const sums = Object.fromEntries(COUNTS.map((name) => [name, count(former[name]) + count(later[name])]));
  return { ...later, ...sums };
}

const COUNTS = [
  'promptTokenCount',
  'cachedContentTokenCount',
  'candidatesTokenCount',
  'thoughtsTokenCount',
  'toolUsePromptTokenCount',
  'totalTokenCount',
] as const;

/** Counts arrive as numbers, and as strings from front ends that follow proto JSON for int64. */
function count(value: unknown): number {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number > 0 ? Math.floor(number) : 0;
}
