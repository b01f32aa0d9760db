/** Stands for the models that clients made up. */
export const OTHER_MODEL = '(other)';

const MAX_LABEL_LENGTH = 100;
const MAX_LABELS = 1_000;

/**
 * The names under which models are counted. A client may write anything into its request; a name is counted for itself
 * once a call of it has succeeded, and as {@link OTHER_MODEL} before.
 */
export class ModelLabels {
  readonly #known = new Set<string>();

  /** @param hasSucceeded whether the call that is counted proves that the model exists. */
  labelOf(model: string | undefined, hasSucceeded: boolean): string {
    if (model === undefined) return '';
    if (this.#known.has(model)) return model;
    if (!hasSucceeded || this.#known.size >= MAX_LABELS || !isLabel(model)) return OTHER_MODEL;
    this.#known.add(model);
    return model;
  }
}

/** Letters, digits and what else names of models are made of. */
function isLabel(model: string): boolean {
  return model.length <= MAX_LABEL_LENGTH && /^[\w./:@-]+$/.test(model);
}
