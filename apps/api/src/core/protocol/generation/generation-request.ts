import type { ModelFeatures } from '../../gemini/models/model-features';
import type {
  GenerateContentRequest,
  GenerationConfig,
  Tool,
} from '../../gemini/request/generate-content-request';
import { safetySettingsFor } from '../../gemini/request/safety';
import { eachOnce, offeredTools } from '../../gemini/tools/offered-tools';
import { type UsableTools, usableTools } from '../../gemini/tools/tool-rules';
import { openingOf } from '../conversation/opening';
import type { Resolved } from '../protocol-adapter';
import { functionDeclarations } from '../tools/function-declarations';
import type { TranslationPolicy } from '../translation-policy';
import type { GenerationWish } from './generation-wish';
import { jsonAnswerConfig } from './json-answer';
import { samplingConfig } from './sampling';
import { thinkingConfig } from './thinking';

export interface GenerationContext {
  readonly signatures: Resolved['signatures'];
  readonly features: ModelFeatures;
  readonly policy: TranslationPolicy;
}

/**
 * The request that upstream gets for a wish, its calls signed as far as their signatures are known (`translation` does the
 * rest). What the model does not take is left out and named in `changes`. Fields without a value are undefined, which JSON
 * leaves out.
 */
export function toGenerationRequest(
  wish: GenerationWish,
  { signatures, features, policy }: GenerationContext,
  changes: string[],
): GenerateContentRequest {
  const { tools, choice, builtIns, cachedContent, serviceTier } = wish;
  const { contents, systemInstruction } = openingOf(wish.conversation, { signatures, features, tools });
  const wanted = {
    functions: functionDeclarations(tools, features, changes),
    choice,
    builtIns: features.isSearching ? eachOnce([...builtIns, { googleSearch: {} }]) : builtIns,
    format: jsonAnswerConfig(wish.format, features, changes),
  };
  const usable = usableTools(wanted, features, changes);
  const generationConfig: GenerationConfig = Object.assign(
    samplingConfig(wish.sampling, features, changes),
    usable.format,
    { thinkingConfig: thinkingConfig(wish.thinking, features, policy) },
  );
  const safetySettings = safetySettingsFor(policy.safetySettings, wish.safetySettings ?? []);
  return {
    contents,
    systemInstruction,
    tools: cachedContent === undefined ? withOffered(usable, features, policy) : usable.tools,
    toolConfig: usable.toolConfig,
    safetySettings: safetySettings.length > 0 ? safetySettings : undefined,
    generationConfig: hasValue(generationConfig) ? generationConfig : undefined,
    cachedContent,
    serviceTier: serviceTier === 'flex' || serviceTier === 'priority' ? serviceTier : undefined,
  };
}

/** The operator's tools give way to what the client wants. */
function withOffered(
  { tools, format }: UsableTools,
  features: ModelFeatures,
  { offeredTools: offered }: TranslationPolicy,
): readonly Tool[] | undefined {
  if (offered === undefined || format !== undefined) return tools;
  if (tools?.some((tool) => tool.functionDeclarations !== undefined)) return tools;
  const all = eachOnce([...(tools ?? []), ...offeredTools(features, offered)]);
  return all.length > 0 ? all : undefined;
}

function hasValue(fields: object): boolean {
  return Object.values(fields).some((value) => value !== undefined);
}
