import type { ListModelsQuery, ModelDto, ModelSort } from '@gemini-balance/shared';

const COMPARE: Readonly<Record<ModelSort, (one: ModelDto, other: ModelDto) => number>> = {
  name: (one, other) => (one.id < other.id ? -1 : 1),
  inputTokens: (one, other) => (one.inputTokens ?? 0) - (other.inputTokens ?? 0),
  outputTokens: (one, other) => (one.outputTokens ?? 0) - (other.outputTokens ?? 0),
  ready: (one, other) => (one.keys[0]?.ready ?? 0) - (other.keys[0]?.ready ?? 0),
};

/** The models in the order that is asked for, upstream's where none is; equal ones stay in upstream's order. */
export function sortedModels(
  models: readonly ModelDto[],
  { sort, order = 'desc' }: Pick<ListModelsQuery, 'sort' | 'order'>,
): ModelDto[] {
  if (sort === undefined) return [...models];
  const sign = order === 'asc' ? 1 : -1;
  return [...models].sort((one, other) => sign * COMPARE[sort](one, other));
}
