/** A model as upstream lists it; unknown fields are kept. Source: docs/protocol-notes.md, "Models and what they take". */
export interface Model {
  /** `models/gemini-x`. */
  readonly name: string;
  readonly displayName?: string;
  readonly description?: string;
  readonly inputTokenLimit?: number;
  readonly outputTokenLimit?: number;
  readonly supportedGenerationMethods?: readonly string[];
  readonly [field: string]: unknown;
}

/** The name without `models/`. */
export function bareName(model: Model): string {
  return model.name.replace(/^models\//, '');
}
