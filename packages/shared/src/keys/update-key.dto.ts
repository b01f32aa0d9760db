import { OptionalFlag, OptionalInt, OptionalText } from '../fields/optional-fields.js';

/** Body of `PATCH /api/keys/:id`; fields that are absent stay as they are, an empty text clears. */
export class UpdateKeyDto {
  @OptionalText(500)
  note?: string;

  @OptionalText(100)
  group?: string;

  @OptionalText(100)
  project?: string;

  /** Places in the round: a key of weight 2 is lent twice as often as one of weight 1. */
  @OptionalInt(1, 100)
  weight?: number;

  @OptionalFlag()
  isEnabled?: boolean;
}
