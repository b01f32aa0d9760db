import type { Alias } from '../../core/gemini/models/model-aliases';
import type { Suffix } from '../../core/gemini/models/model-variant';

/** A name beside its own that a model goes by. */
export interface DerivedName {
  readonly name: string;
  /** The bare name of upstream's model. */
  readonly model: string;
  /** The setting that the name comes from. */
  readonly setting: Suffix['setting'] | Alias['setting'] | 'CREATE_IMAGE_MODEL';
  /** Whether it stands for all names that are written like it: `claude-*`. */
  readonly isPattern: boolean;
  /** Whether FILTERED_MODELS has it refused, by itself or with what it stands for. */
  readonly isFiltered: boolean;
}
