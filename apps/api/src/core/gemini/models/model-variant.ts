import { InvalidRequestError } from '../../gateway-error';
import type { ModelFeatures } from './model-features';

/** Which models are also offered under a name with each suffix. */
export interface VariantPolicy {
  /** SEARCH_MODELS */
  readonly searchModels: readonly string[];
  /** IMAGE_MODELS */
  readonly imageModels: readonly string[];
  /** THINKING_MODELS */
  readonly thinkingModels: readonly string[];
}

/** What a suffix asks of the model before it. Source: docs/protocol-notes.md, "Names with suffixes". */
export interface Suffix {
  readonly text: string;
  /** The setting that names the models it is offered for. */
  readonly setting: 'SEARCH_MODELS' | 'IMAGE_MODELS' | 'THINKING_MODELS';
  readonly models: (policy: VariantPolicy) => readonly string[];
  readonly features: Partial<ModelFeatures>;
}

const SUFFIXES: readonly Suffix[] = [
  {
    text: '-search',
    setting: 'SEARCH_MODELS',
    models: ({ searchModels }) => searchModels,
    features: { isSearching: true },
  },
  {
    text: '-image',
    setting: 'IMAGE_MODELS',
    models: ({ imageModels }) => imageModels,
    features: { modalities: ['TEXT', 'IMAGE'] },
  },
  {
    text: '-non-thinking',
    setting: 'THINKING_MODELS',
    models: ({ thinkingModels }) => thinkingModels,
    features: { isNonThinking: true },
  },
];

/** A model under a name with suffixes: `gemini-x-search-non-thinking`. */
export interface ModelVariant {
  /** Upstream's model. */
  readonly model: string;
  readonly suffixes: readonly Suffix[];
}

/** Whether a name may be that of a variant: cheap, for the request path. */
export function hasSuffix(name: string): boolean {
  return SUFFIXES.some(({ text }) => name.endsWith(text));
}

/**
 * The model behind a bare name. A model of upstream's own whose name ends like a variant's is that model.
 * @param isOwn whether upstream has a model of that very name
 * @throws InvalidRequestError for a variant that is not offered, naming the setting that decides
 */
export function variantOf(
  name: string,
  policy: VariantPolicy,
  isOwn: (name: string) => boolean,
): ModelVariant {
  const { model, suffixes } = splitName(name, (each) => isOwn(each) || isSet(each, policy));
  for (const { models, setting } of suffixes) {
    if (!models(policy).includes(model))
      throw new InvalidRequestError(`${name} is not offered: ${model} is not in ${setting}.`, {
        field: 'model',
      });
  }
  return { model, suffixes };
}

function splitName(name: string, isOwn: (name: string) => boolean): ModelVariant {
  const suffixes: Suffix[] = [];
  let model = name;
  for (;;) {
    const suffix = SUFFIXES.find((each) => model.endsWith(each.text) && !suffixes.includes(each));
    if (suffix === undefined || isOwn(model)) return { model, suffixes };
    suffixes.push(suffix);
    model = model.slice(0, -suffix.text.length);
  }
}

/** Whether the operator names a model so, as one of upstream's. */
function isSet(name: string, policy: VariantPolicy): boolean {
  return SUFFIXES.some(({ models }) => models(policy).includes(name));
}

/** The names under which a model is offered beside its own, with what each asks of it. */
export function variantsOf(
  model: string,
  policy: VariantPolicy,
): readonly { readonly name: string; readonly suffix: Suffix }[] {
  return SUFFIXES.filter(({ models }) => models(policy).includes(model)).map((suffix) => ({
    name: model + suffix.text,
    suffix,
  }));
}
