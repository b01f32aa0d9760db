import type { ListModelsQuery, ModelAvailability, ModelDto } from '@gemini-balance/shared';

type ModelFilters = Pick<ListModelsQuery, 'search' | 'kind' | 'shown' | 'keys'>;

/** The models that match everything that is given, in the order they come. */
export function matchingModels(
  models: readonly ModelDto[],
  { search, kind, shown, keys }: ModelFilters,
): ModelDto[] {
  const text = search?.trim().toLowerCase() ?? '';
  return models.filter(
    (model) =>
      (kind === undefined || model.kind === kind) &&
      (shown === undefined || (model.hiddenBy === undefined) === (shown === 'offered')) &&
      (keys === undefined || availabilityOf(model) === keys) &&
      [model.id, model.displayName ?? '', ...model.names.map(({ name }) => name)].some((name) =>
        name.toLowerCase().includes(text),
      ),
  );
}

function availabilityOf({ keys: [gemini] }: ModelDto): ModelAvailability {
  if (gemini === undefined || gemini.ready + gemini.resting === 0) return 'none';
  return gemini.ready > 0 && gemini.rest === undefined ? 'ready' : 'resting';
}
