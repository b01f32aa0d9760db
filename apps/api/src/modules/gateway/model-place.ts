import type { KeyKind } from '@gemini-balance/shared';
import type { ModelFeatures } from '../../core/gemini/models/model-features';

/** Where upstream serves models beside the Gemini API itself: the address, the keys for it, and what models take there. */
export interface ModelPlace {
  readonly keyKind: KeyKind;
  /** Scheme and host. */
  readonly origin: string;
  /** What stands before the name of a model: `/v1beta1/publishers/google/models/`. */
  readonly modelsPath: string;
  featuresOf(features: ModelFeatures): ModelFeatures;
}
