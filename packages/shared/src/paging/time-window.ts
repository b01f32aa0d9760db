import { OptionalQueryInt } from '../fields/optional-fields.js';

/** What a list is narrowed by that tells of moments. */
export class TimeWindow {
  /** UTC milliseconds, inclusive. */
  @OptionalQueryInt(0)
  fromMs?: number;

  /** UTC milliseconds, exclusive. */
  @OptionalQueryInt(0)
  toMs?: number;
}
