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

/** Input is the prompt, cached part included, and what tools added to it; output is without thinking. */
export function toTokenUsage(raw: UsageMetadata): TokenUsage {
  return {
    inputTokens: count(raw.promptTokenCount) + count(raw.toolUsePromptTokenCount),
    cachedTokens: count(raw.cachedContentTokenCount),
    outputTokens: count(raw.candidatesTokenCount),
    thinkingTokens: count(raw.thoughtsTokenCount),
  };
}

/** Counts arrive as numbers, and as strings from front ends that follow proto JSON for int64. */
function count(value: unknown): number {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number > 0 ? Math.floor(number) : 0;
}
