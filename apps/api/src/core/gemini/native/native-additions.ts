import { isJsonObject, type JsonObject } from '../../json-object';
import type { ModelFeatures } from '../models/model-features';
import type { Tool } from '../request/generate-content-request';
import { type SafetySetting, safetySettingsFor } from '../request/safety';
import { operatorsBudget, thinkingConfigFor } from '../request/thinking';
import { eachOnce, type OfferedTools, offeredTools } from '../tools/offered-tools';
import { fieldOf, itemsOf, withField } from './native-fields';

/** What the operator adds to native requests, beside what the name of a variant asks for. */
export interface NativeAdditions {
  /** SAFETY_SETTINGS, if SAFETY_SETTINGS_NATIVE; else empty. */
  readonly safetySettings: readonly SafetySetting[];
  /** THINKING_BUDGET_MAP */
  readonly thinkingBudgets: Readonly<Record<string, number>>;
  /** Absent for none. */
  readonly offeredTools: OfferedTools | undefined;
}

/** Whether a request to the model may have to be changed: nearly none has. */
export function hasAdditions(features: ModelFeatures, additions: NativeAdditions): boolean {
  return (
    features.variant !== undefined ||
    additions.safetySettings.length > 0 ||
    operatorsBudget(features, additions.thinkingBudgets) !== undefined ||
    (additions.offeredTools !== undefined && offeredTools(features, additions.offeredTools).length > 0)
  );
}

/**
 * A native request with the additions. What the client says itself comes first, save for what it says by the name of a
 * variant. The same object where nothing is added; everything else in it stays.
 */
export function withAdditions(
  request: JsonObject,
  features: ModelFeatures,
  additions: NativeAdditions,
): JsonObject {
  return withSafety(
    withThinking(withModalities(withTools(request, features, additions), features), features, additions),
    additions,
  );
}

function withTools(
  request: JsonObject,
  features: ModelFeatures,
  { offeredTools: offered }: NativeAdditions,
): JsonObject {
  const own = itemsOf(request.tools);
  const hasFunctions = own.some((tool) => fieldOf(tool, 'functionDeclarations') !== undefined);
  const wantsJson = fieldOf(fieldOf(request, 'generationConfig'), 'responseMimeType') === 'application/json';
  if (hasFunctions) {
    const mixes = features.mixesFunctionsWithBuiltIns && !wantsJson && mayChoose(request);
    return features.isSearching && mixes ? besideFunctions(request, own) : request;
  }
  const search =
    features.isSearching && (!wantsJson || features.mixesToolsWithJson) ? [{ googleSearch: {} }] : [];
  const isFree = offered !== undefined && !wantsJson && fieldOf(request, 'cachedContent') === undefined;
  return added(request, own, [...search, ...(isFree ? offeredTools(features, offered) : [])]);
}

function added(request: JsonObject, own: readonly JsonObject[], tools: readonly Tool[]): JsonObject {
  const known = new Set(own.flatMap((tool) => Object.keys(tool).map(camelCased)));
  const missing = eachOnce(tools).filter((tool) => !Object.keys(tool).some((name) => known.has(name)));
  return missing.length === 0 ? request : { ...request, tools: [...own, ...missing] };
}

/** Where functions stand beside a search, upstream wants to be told that this is meant. */
function besideFunctions(request: JsonObject, own: readonly JsonObject[]): JsonObject {
  const toolConfig = asObject(fieldOf(request, 'toolConfig'));
  const choice = asObject(fieldOf(toolConfig, 'functionCallingConfig'));
  const validated = withField(choice, 'mode', 'VALIDATED');
  const config = withField(toolConfig, 'functionCallingConfig', validated);
  const meant = withField(config, 'includeServerSideToolInvocations', true);
  return withField(added(request, own, [{ googleSearch: {} }]), 'toolConfig', meant);
}

/** Whether the model decides itself if it calls a function. */
function mayChoose(request: JsonObject): boolean {
  const choice = fieldOf(fieldOf(request, 'toolConfig'), 'functionCallingConfig');
  const mode = fieldOf(choice, 'mode') ?? 'AUTO';
  return mode === 'AUTO' || mode === 'VALIDATED' || mode === 'MODE_UNSPECIFIED';
}

function withModalities(request: JsonObject, { variant, modalities }: ModelFeatures): JsonObject {
  if (variant === undefined || !modalities.includes('IMAGE')) return request;
  const config = asObject(fieldOf(request, 'generationConfig'));
  if (fieldOf(config, 'responseModalities') !== undefined) return request;
  return withField(request, 'generationConfig', withField(config, 'responseModalities', modalities));
}

function withThinking(
  request: JsonObject,
  features: ModelFeatures,
  { thinkingBudgets }: NativeAdditions,
): JsonObject {
  const config = asObject(fieldOf(request, 'generationConfig'));
  if (!features.isNonThinking && fieldOf(config, 'thinkingConfig') !== undefined) return request;
  const wish = features.isNonThinking
    ? ({ effort: 'none' } as const)
    : operatorsBudget(features, thinkingBudgets);
  const thinking = thinkingConfigFor(features.thinking, wish, false);
  if (thinking === undefined) return request;
  return withField(request, 'generationConfig', withField(config, 'thinkingConfig', thinking));
}

function withSafety(request: JsonObject, { safetySettings }: NativeAdditions): JsonObject {
  if (safetySettings.length === 0) return request;
  const own = itemsOf(fieldOf(request, 'safetySettings')) as readonly unknown[];
  const all = safetySettingsFor(safetySettings, own as readonly SafetySetting[]);
  return withField(request, 'safetySettings', all);
}

function asObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

function camelCased(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
