import type { TokenUsage } from '../../core/gemini/reply/usage';
import { isJsonObject } from '../../core/json-object';

/** A usage has no objects in it but lists of objects, so that its end can be found by its braces. */
const USAGE = /"usage"\s*:\s*(\{(?:[^{}]|\{[^{}]*\})*\})/g;

/** What an interaction has cost (docs/protocol-notes.md, "Resources"); undefined where it does not say. */
export function interactionUsage(usage: unknown): TokenUsage | undefined {
  if (!isJsonObject(usage)) return undefined;
  return {
    inputTokens: count(usage.total_input_tokens) + count(usage.total_tool_use_tokens),
    cachedTokens: count(usage.total_cached_tokens),
    outputTokens: count(usage.total_output_tokens),
    thinkingTokens: count(usage.total_thought_tokens),
  };
}

/** The same from the last part of a reply: the last usage in it is the total. */
export function interactionUsageIn(text: string): TokenUsage | undefined {
  const last = [...text.matchAll(USAGE)].at(-1)?.[1];
  if (last === undefined) return undefined;
  try {
    return interactionUsage(JSON.parse(last));
  } catch {
    return undefined;
  }
}

function count(value: unknown): number {
  return typeof value === 'number' && value > 0 ? value : 0;
}
