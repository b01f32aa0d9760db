import { chatModel, LIVING_MODELS } from './catalogue';
import type { SimulatedModel } from './model';
import { paceOf } from './pace';

/** The models of one simulator, found by name. */
export class ModelDirectory {
  readonly #models: ReadonlyMap<string, SimulatedModel>;

  /** `ids` empty: all living models. A name outside the catalogue becomes a chat model, or one of Imagen's. */
  constructor(ids: readonly string[] = []) {
    const known = new Map(LIVING_MODELS.map((model) => [model.id, model]));
    const chosen = ids.length === 0 ? LIVING_MODELS : ids.map((id) => known.get(id) ?? unlisted(id));
    this.#models = new Map(chosen.map((model) => [model.id, model]));
  }

  list(): readonly SimulatedModel[] {
    return [...this.#models.values()];
  }

  /** Also finds the unlisted pace models, such as `sim-200x50`. */
  find(id: string): SimulatedModel | undefined {
    return this.#models.get(id) ?? (paceOf(id) ? chatModel(id) : undefined);
  }
}

/** Imagen is shut down, but still what an old configuration names. */
function unlisted(id: string): SimulatedModel {
  const model = chatModel(id);
  return id.startsWith('imagen-') ? { ...model, kind: 'imagen', thinking: 'none', isFree: false } : model;
}
