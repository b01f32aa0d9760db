import type { Scope } from '../gemini/upstream-call';
import type { OutcomeKind } from '../outcome';

/** The database id of a key. */
export type KeyId = number;

/** What rests: one key, every key of a project, a model for everybody, or an egress address. */
export type HoldSubject =
  | { readonly kind: 'key'; readonly id: KeyId }
  | { readonly kind: 'project'; readonly id: string }
  | { readonly kind: 'model'; readonly id: string }
  | { readonly kind: 'egress'; readonly id: string };

/** Why a subject rests: the outcome that caused it, or too many failures in a row. */
export type HoldReason = OutcomeKind | 'too_many_failures';

/** A time for which a subject is not used. */
export interface Hold {
  readonly subject: HoldSubject;
  /** A model name, or `*` for everything. */
  readonly scope: Scope;
  /** Outcomes of attempts that started before this time neither add a strike to the hold nor lift it. */
  readonly sinceMs: number;
  /** UTC milliseconds; `Infinity` for a key that is invalid until a probe succeeds. */
  readonly untilMs: number;
  readonly reason: HoldReason;
  /** How often in a row the subject was held for this reason; the back-off grows with it. */
  readonly strikes: number;
}

/** The facts of an attempt that its consequences depend on. */
export interface AttemptFacts {
  readonly keyId: KeyId;
  /** The project that owns the key, where it is known: its limits are shared by all its keys. */
  readonly project: string | undefined;
  readonly scope: Scope;
  /** The egress proxy used; undefined for a direct connection. */
  readonly egressId: string | undefined;
  readonly startedAtMs: number;
  readonly nowMs: number;
  /** Whether the key's own model list holds the model: then a 404 is the key's, not the request's. */
  readonly isModelListed: boolean;
}
