import { OptionalQueryInt, OptionalText, OptionalWord } from '../fields/optional-fields.js';
import { KEY_KINDS, KEY_STATES, type KeyKind, type KeyState } from './key-state.js';

/** Which keys are meant: those that match everything that is given. */
export class KeyFilterDto {
  @OptionalWord(KEY_STATES)
  state?: KeyState;

  @OptionalWord(KEY_KINDS)
  kind?: KeyKind;

  /** The whole name of a group; an empty text for keys without one. */
  @OptionalText(100)
  group?: string;

  /** The whole name of a project; an empty text for keys of which none is known. */
  @OptionalText(100)
  project?: string;

  /** The least number of failures in a row. */
  @OptionalQueryInt(0, 1_000_000)
  minFailures?: number;

  /** A model that the key rests for now, by itself or with its project. */
  @OptionalText(200)
  model?: string;

  /** The id of the egress proxy that the key's calls go through. */
  @OptionalText(500)
  egress?: string;

  /** Part of a note, group or project; a whole key, either end of one, or a masked key as it is shown. */
  @OptionalText(500)
  search?: string;
}
