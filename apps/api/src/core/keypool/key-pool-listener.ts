import type { Scope } from '../gemini/upstream-call';
import type { Hold, HoldSubject, KeyId } from './hold';

/**
 * Told of every change that outlives the process, synchronously, so that a database can follow.
 * Implementations only take note: they never throw and never block.
 */
export interface KeyPoolListener {
  /** A subject is held, or held for longer. Holds shorter than five seconds are not told; a later one replaces an earlier one of the same subject and scope. */
  held(hold: Hold): void;
  /** A hold was lifted before its time; `scope` undefined means all holds of the subject. An expiry is not told. */
  released(subject: HoldSubject, scope: Scope | undefined): void;
  failuresChanged(id: KeyId, failures: number): void;
  /** A reply named the project that owns the key. */
  projectLearnt(id: KeyId, project: string): void;
}
