import type { Scope } from '../../gemini/upstream-call';
import type { HoldSubject } from '../hold';
import type { HoldState } from './hold-state';

/** How the key, its project and the model stood before the attempt's outcome was known. */
export interface Standing {
  /** The present or last hold of the subject in this scope; undefined where none is remembered. */
  prior(subject: HoldSubject, scope: Scope): HoldState | undefined;
  /** Failures of the key in a row. */
  readonly failures: number;
  /** When the last of them was counted, UTC milliseconds. */
  readonly failedAtMs: number;
  /** Overloads of the model in a row, this attempt's included. */
  readonly overloadsInARow: number;
  /** Whether another project or key just saw the model's capacity exhausted too. */
  readonly isCapacityShared: boolean;
}
