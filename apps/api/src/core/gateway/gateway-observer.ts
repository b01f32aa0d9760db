import type { TokenUsage } from '../gemini/usage';
import type { KeyId } from '../keypool/hold';
import type { Outcome } from '../outcome';

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
