import {
  MODEL_KINDS,
  type ListModelsQuery,
  type ModelDetailDto,
  type ModelDto,
  type ModelKind,
  type ModelListDto,
} from '@gemini-balance/shared';
import { ModelNotFoundError } from '../../core/gateway-error';
import { bareName } from '../../core/gemini/models/model';
import type { KeyPools } from '../keys/key-pools';
import type { ModelCatalog } from '../models/model-catalog';
import type { ModelNames } from '../models/model-names';
import { describeModels } from './describe-models';
import { matchingModels } from './matching-models';
import { sortedModels } from './sorted-models';
import { toModelDetail } from './to-model-detail';
import { toModelListSource } from './to-model-list-source';

const PAGE_SIZE = 100;

/** What administrators see of the models that upstream lists. */
export class ListModelsService {
  constructor(
    private readonly catalog: ModelCatalog,
    private readonly names: ModelNames,
    private readonly pools: KeyPools,
    /** BASE_URL */
    private readonly upstreamUrl: () => string,
  ) {}

  async list({ cursor, limit = PAGE_SIZE, ...query }: ListModelsQuery): Promise<ModelListDto> {
    const state = await this.catalog.state();
    const all = describeModels(state.models, this.catalog, this.names, this.pools);
    const matching = sortedModels(matchingModels(all, query), query);
    const start = cursor === undefined ? 0 : matching.findIndex(({ id }) => id === cursor) + 1;
    const items = matching.slice(start, start + limit);
    return {
      items,
      ...(start + limit < matching.length && { nextCursor: items.at(-1)!.id }),
      source: toModelListSource(state, this.upstreamUrl()),
      totals: {
        models: all.length,
        hidden: all.filter(({ hiddenBy }) => hiddenBy !== undefined).length,
        byKind: countsByKind(all),
      },
      geminiKeys: this.pools.of('gemini').totals().total,
    };
  }

  /** @throws ModelNotFoundError for a name that upstream does not list */
  async one(name: string): Promise<ModelDetailDto> {
    const { models } = await this.catalog.state();
    const model = models.find((each) => bareName(each) === name);
    const described = describeModels(models, this.catalog, this.names, this.pools).find(
      ({ id }) => id === name,
    );
    if (model === undefined || described === undefined)
      throw new ModelNotFoundError(`Upstream lists no model called ${name.slice(0, 100)}.`);
    return toModelDetail(described, model, this.catalog.featuresOf(name), this.pools);
  }
}

function countsByKind(models: readonly ModelDto[]): Record<ModelKind, number> {
  const counts = Object.fromEntries(MODEL_KINDS.map((kind) => [kind, 0])) as Record<ModelKind, number>;
  for (const { kind } of models) counts[kind]++;
  return counts;
}
