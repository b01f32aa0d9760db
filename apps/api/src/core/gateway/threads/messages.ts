import type { ModelFeatures } from '../../gemini/models/model-features';
import type { AdapterRecipe } from '../../protocol/adapter-recipe';
import type { Asked, Need, Resolved } from '../../protocol/protocol-adapter';

/** What a translating thread is asked. Each question but `close` has one answer, under the same number. */
export type ThreadQuestion =
  | {
      readonly kind: 'open';
      readonly number: number;
      readonly recipe: AdapterRecipe;
      readonly body: Uint8Array;
    }
  | {
      readonly kind: 'translate' | 'repair';
      readonly number: number;
      /** The number of the `open` that read the request. */
      readonly request: number;
      readonly resolved: Resolved;
      readonly features: ModelFeatures;
    }
  | { readonly kind: 'record'; readonly number: number; readonly request: number }
  | {
      readonly kind: 'recall';
      readonly number: number;
      readonly request: number;
      readonly earlier: Uint8Array;
    }
  | { readonly kind: 'close'; readonly request: number };

export interface OpenedFacts {
  readonly asked: Asked;
  readonly needs: readonly Need[];
}

export interface TranslatedBodies {
  readonly bodies: readonly Uint8Array[];
  readonly changes: readonly string[];
}

export interface RecordedBody {
  readonly record: Uint8Array | undefined;
}

export type ThreadValue = OpenedFacts | TranslatedBodies | RecordedBody | undefined;

export type ThreadAnswer =
  | { readonly number: number; readonly value: ThreadValue }
  /** An InvalidRequestError. */
  | {
      readonly number: number;
      readonly refusal: { readonly message: string; readonly field: string | undefined };
    }
  /** The stack of any other error. */
  | { readonly number: number; readonly mistake: string };
