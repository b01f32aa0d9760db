import {
  KEY_KINDS,
  type ModelDto,
  type ModelKeysDto,
  type ModelKind,
  type ModelNameDto,
} from '@gemini-balance/shared';
import { bareName, type Model } from '../../core/gemini/models/model';
import { isGenerating, modelKindOf } from '../../core/gemini/models/model-kind';
import type { KeyPools } from '../keys/key-pools';
import type { ModelCatalog } from '../models/model-catalog';
import type { ModelNames } from '../models/model-names';
import { toModelKeys } from './to-model-keys';
import { toModelThinking } from './to-model-thinking';

const HIDING = 'FILTERED_MODELS';

/** Everything a list of models tells, about all of them at the cost of a look at the pools. */
export function describeModels(
  models: readonly Model[],
  catalog: Pick<ModelCatalog, 'featuresOf' | 'isFiltered'>,
  names: Pick<ModelNames, 'derived'>,
  pools: Pick<KeyPools, 'of'>,
): ModelDto[] {
  const derived = namesByModel(models, names);
  const keysOf = keysByModel(pools);
  return models.map((model) => {
    const id = bareName(model);
    const features = catalog.featuresOf(id);
    const kind = modelKindOf(model, features);
    const {
      displayName,
      inputTokenLimit,
      outputTokenLimit,
      supportedGenerationMethods: methods = [],
    } = model;
    return {
      id,
      ...(displayName !== undefined && { displayName }),
      kind,
      ...(catalog.isFiltered(id) && { hiddenBy: HIDING }),
      ...(inputTokenLimit !== undefined && { inputTokens: inputTokenLimit }),
      ...(outputTokenLimit !== undefined && { outputTokens: outputTokenLimit }),
      methods: [...methods],
      ...(isGenerating(model) && { thinking: toModelThinking(features.thinking) }),
      keys: keysOf(id, kind),
      names: derived.get(id) ?? [],
    };
  });
}

function namesByModel(
  models: readonly Model[],
  names: Pick<ModelNames, 'derived'>,
): ReadonlyMap<string, ModelNameDto[]> {
  const byModel = new Map(models.map((model) => [bareName(model), [] as ModelNameDto[]]));
  for (const { name, model, setting, isPattern, isFiltered } of names.derived(models))
    byModel.get(model)?.push({ name, setting, isPattern, ...(isFiltered && { hiddenBy: HIDING }) });
  return byModel;
}

/** Gemini keys are told about also where there are none; paid ones make pictures and nothing else. */
function keysByModel(pools: Pick<KeyPools, 'of'>): (model: string, kind: ModelKind) => ModelKeysDto[] {
  const kinds = KEY_KINDS.filter((kind) => kind === 'gemini' || pools.of(kind).totals().total > 0);
  const standings = kinds.map((kind) => [kind, pools.of(kind).view.standings()] as const);
  return (model, modelKind) =>
    standings
      .filter(([kind]) => kind !== 'paid' || modelKind === 'image')
      .map(([kind, standingOf]) => toModelKeys(kind, standingOf(model)));
}
