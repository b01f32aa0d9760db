import type { SafetySetting } from '../../../gemini/request/safety';
import type { ThinkingLevel, ThinkingWish } from '../../../gemini/request/thinking';
import { isJsonObject, type JsonObject } from '../../../json-object';
import { wrong } from '../../envelope/field-checks';
import type { ChatRequest } from './chat-request';

/** What a client says in Google's own additions to the dialect. */
export interface GoogleExtras {
  readonly thinking: ThinkingWish | undefined;
  readonly includeThoughts: boolean | undefined;
  readonly cachedContent: string | undefined;
  readonly safetySettings: readonly SafetySetting[];
}

const LEVELS = ['MINIMAL', 'LOW', 'MEDIUM', 'HIGH', 'XHIGH'];

/** Reads `extra_body.google`, and a flat `google`, which is what SDKs make of it. @throws InvalidRequestError */
export function googleExtras(request: ChatRequest): GoogleExtras {
  const nested = isJsonObject(request.extra_body) ? request.extra_body.google : undefined;
  const google = isJsonObject(nested) ? nested : isJsonObject(request.google) ? request.google : {};
  const thinking = google.thinking_config ?? google.thinkingConfig;
  const config = isJsonObject(thinking) ? thinking : {};
  const cached = google.cached_content ?? google.cachedContent;
  const include = config.include_thoughts ?? config.includeThoughts;
  return {
    thinking: thinkingWish(config),
    includeThoughts: typeof include === 'boolean' ? include : undefined,
    cachedContent: typeof cached === 'string' ? cached : undefined,
    safetySettings: safetySettings(google.safety_settings ?? google.safetySettings),
  };
}

function thinkingWish(config: JsonObject): ThinkingWish | undefined {
  const level = config.thinking_level ?? config.thinkingLevel;
  const budget = config.thinking_budget ?? config.thinkingBudget;
  const field = 'extra_body.google.thinking_config';
  if (level != null) {
    const name = String(level).toUpperCase();
    if (!LEVELS.includes(name)) throw wrong(`${field}.thinking_level`, `one of ${LEVELS.join(', ')}`);
    return { level: name as ThinkingLevel };
  }
  if (budget == null) return undefined;
  if (!Number.isInteger(budget)) throw wrong(`${field}.thinking_budget`, 'a whole number');
  return { budget: budget as number };
}

function safetySettings(given: unknown): SafetySetting[] {
  if (!Array.isArray(given)) return [];
  return given.flatMap((entry: unknown) =>
    isJsonObject(entry) && typeof entry.category === 'string' && typeof entry.threshold === 'string'
      ? [{ category: entry.category, threshold: entry.threshold }]
      : [],
  );
}
