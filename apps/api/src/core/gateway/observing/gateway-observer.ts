import type { TokenUsage } from '../../gemini/reply/usage';
import type { Scope, UpstreamCall } from '../../gemini/upstream-call';
import type { KeyId } from '../../keypool/hold';
import type { Outcome } from '../../outcome';
import type { CallTiming } from './call-timing';

export type { TokenUsage };

/** One send with one key has ended. */
export interface AttemptSettled {
  readonly requestId: string;
  /** From 1. */
  readonly attempt: number;
  readonly keyId: KeyId;
  readonly model: string;
  readonly outcome: Outcome;
  readonly startedAtMs: number;
  readonly latencyMs: number;
  readonly egressId: string | undefined;
  /** Whose request it was made for; undefined for what the gateway sends by itself. */
  readonly origin?: RequestOrigin | undefined;
  /** The one key that could answer, where there was but one. */
  readonly pinnedTo?: KeyId | undefined;
  /** What was sent, without a key; only for reading, and only until the event has been handled. */
  readonly call?: Pick<UpstreamCall, 'body' | 'scope'>;
  /** The pool of the key. */
  readonly pool?: { standing(scope: Scope): PoolStanding } | undefined;
}

/** The client request that an attempt is made for. */
export interface RequestOrigin {
  /** The route's pattern. */
  readonly routePath: string;
  readonly identity: { readonly id: number } | undefined;
  /** Absent where nobody wants to know. */
  readonly timing?: CallTiming | undefined;
  /** The number of the next attempt, from 1: several may be under way side by side. Absent where one follows the other. */
  nextAttempt?(): number;
}

/** How many keys are ready for a model, and how many there are. */
export interface PoolStanding {
  readonly ready: number;
  readonly total: number;
}

/** One client request has ended, in whatever way. */
export interface RequestFinished {
  readonly requestId: string;
  readonly startedAtMs: number;
  /** The client token's id; undefined where none was valid, 0 for the admin token. */
  readonly tokenId: number | undefined;
  readonly protocol: string;
  /** The route's pattern, not the path: `/v1beta/models/*`. */
  readonly route: string;
  readonly method: string;
  readonly model: string | undefined;
  /** The status sent to the client; 499 when it left before one was sent. */
  readonly status: number;
  /** A stable code when the request failed, also inside a stream whose status was 200. */
  readonly errorCode: string | undefined;
  readonly isStream: boolean;
  readonly attempts: number;
  /** The key of the last attempt; undefined where none was made. */
  readonly keyId: KeyId | undefined;
  readonly latencyMs: number;
  /** Time from request to first byte of the answer; undefined where none was sent. */
  readonly ttftMs: number | undefined;
  readonly usage: TokenUsage | undefined;
}

/**
 * Told what happened, once for each event. Implementations never throw, never block and are never awaited.
 * They are handed ids and numbers; a secret never passes here.
 */
export interface GatewayObserver {
  attemptSettled(event: AttemptSettled): void;
  requestFinished(event: RequestFinished): void;
}
