import type { ModelFeatures } from '../models/model-features';
import type { Tool } from '../request/generate-content-request';

/** Tools that the operator lets models use, whether clients ask for them or not. */
export interface OfferedTools {
  /** TOOLS_CODE_EXECUTION_ENABLED */
  readonly runsCode: boolean;
  /** URL_CONTEXT_MODELS by bare name; empty unless URL_CONTEXT_ENABLED. */
  readonly pageReaders: readonly string[];
}

/**
 * The operator's tools for a model (docs/protocol-notes.md, "Names with suffixes"). Code is for models that write text and nothing else, and not beside a search. They give way
 * to whatever the client itself wants: to functions, and to an answer in JSON.
 */
export function offeredTools(features: ModelFeatures, { runsCode, pageReaders }: OfferedTools): Tool[] {
  const tools: Tool[] = [];
  if (runsCode && mayRunCode(features)) tools.push({ codeExecution: {} });
  if (pageReaders.includes(features.model)) tools.push({ urlContext: {} });
  return tools;
}

function mayRunCode({
  isSearching,
  isNonThinking,
  modalities,
  takesSystemInstruction,
}: ModelFeatures): boolean {
  const writesTextOnly = modalities.every((modality) => modality === 'TEXT') && takesSystemInstruction;
  return writesTextOnly && !isSearching && !isNonThinking;
}

/** The tools without those that others among them name already. */
export function eachOnce(tools: readonly Tool[]): Tool[] {
  const names = new Set<string>();
  return tools.filter((tool) => {
    const name = Object.keys(tool).join();
    return !names.has(name) && names.add(name);
  });
}
