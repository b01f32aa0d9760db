import type { ModelFeatures } from '../models/model-features';
import type {
  FunctionDeclaration,
  GenerationConfig,
  Tool,
  ToolConfig,
} from '../request/generate-content-request';

/** Which functions the model may call, and whether it has to. */
export interface FunctionChoice {
  readonly mode: 'AUTO' | 'ANY' | 'NONE';
  /** Upstream's names; undefined for all. */
  readonly allowed?: readonly string[];
}

/** What a request wants to use at once. */
export interface WantedTools {
  readonly functions: readonly FunctionDeclaration[];
  readonly choice: FunctionChoice;
  /** Tools that upstream runs itself: `{googleSearch: {}}`. */
  readonly builtIns: readonly Tool[];
  /** The form of an answer in JSON. */
  readonly format: GenerationConfig | undefined;
}

export interface UsableTools {
  readonly tools?: readonly Tool[];
  readonly toolConfig?: ToolConfig;
  readonly format: GenerationConfig | undefined;
}

/**
 * What of it the model takes together (docs/protocol-notes.md, "Tools"): functions come before an answer in JSON, and both
 * before tools that upstream runs. What is left out is named in `changes`.
 */
export function usableTools(wanted: WantedTools, features: ModelFeatures, changes: string[]): UsableTools {
  const { functions, choice } = functionsFor(wanted);
  const format = formatFor(wanted, functions, choice, features, changes);
  const builtIns = builtInsFor(wanted, functions, choice, format, features, changes);
  const tools: Tool[] = [...(functions.length > 0 ? [{ functionDeclarations: functions }] : []), ...builtIns];
  const toolConfig = functions.length > 0 ? toolConfigFor(choice, builtIns.length > 0) : undefined;
  return { ...(tools.length > 0 && { tools }), ...(toolConfig && { toolConfig }), format };
}

/** Functions that may not be called need not be declared, where they would be in the way of something else. */
function functionsFor({
  functions,
  choice,
  builtIns,
  format,
}: WantedTools): Pick<WantedTools, 'functions' | 'choice'> {
  if (choice.mode === 'NONE' && (format !== undefined || builtIns.length > 0))
    return { functions: [], choice };
  const { allowed } = choice;
  if (choice.mode !== 'AUTO' || allowed === undefined || format === undefined) return { functions, choice };
  return { functions: functions.filter(({ name }) => allowed.includes(name)), choice: { mode: 'AUTO' } };
}

function formatFor(
  { format }: WantedTools,
  functions: readonly FunctionDeclaration[],
  { mode }: FunctionChoice,
  { mixesToolsWithJson }: ModelFeatures,
  changes: string[],
): GenerationConfig | undefined {
  if (format === undefined || functions.length === 0) return format;
  if (mixesToolsWithJson && mode === 'AUTO') return format;
  changes.push(
    `JSON as the form of the answer dropped, ${mode === 'ANY' ? 'a call is required' : 'the model takes none beside tools'}`,
  );
  return undefined;
}

function builtInsFor(
  { builtIns }: WantedTools,
  functions: readonly FunctionDeclaration[],
  { mode }: FunctionChoice,
  format: GenerationConfig | undefined,
  features: ModelFeatures,
  changes: string[],
): readonly Tool[] {
  const fitsFunctions =
    functions.length === 0 ||
    (features.mixesFunctionsWithBuiltIns && mode === 'AUTO' && format === undefined);
  if (builtIns.length === 0 || (fitsFunctions && (format === undefined || features.mixesToolsWithJson)))
    return builtIns;
  const names = builtIns.flatMap((tool) => Object.keys(tool)).join(', ');
  changes.push(
    `${names} dropped, the model does not take it beside ${functions.length > 0 ? 'functions' : 'JSON'}`,
  );
  return [];
}

function toolConfigFor({ mode, allowed }: FunctionChoice, isMixed: boolean): ToolConfig | undefined {
  if (mode === 'AUTO' && allowed === undefined && !isMixed) return undefined;
  const config = {
    mode: mode === 'AUTO' ? ('VALIDATED' as const) : mode,
    ...(allowed && { allowedFunctionNames: allowed }),
  };
  return { functionCallingConfig: config, ...(isMixed && { includeServerSideToolInvocations: true }) };
}
