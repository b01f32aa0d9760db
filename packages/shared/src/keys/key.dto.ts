import type { KeyKind, KeyState } from './key-state.js';

/** Why and until when a key rests, for one model (`scope`) or for all (`*`). */
export interface KeyHoldDto {
  scope: string;
  reason: string;
  /** UTC milliseconds; absent for a key that stays invalid until a probe succeeds. */
  untilMs?: number;
}

/** A key as the dashboard sees it; the secret is masked. */
export interface KeyDto {
  id: number;
  maskedSecret: string;
  kind: KeyKind;
  state: KeyState;
  /** Holds in force, those for all models first. A ready key may still rest for single models. */
  holds: KeyHoldDto[];
  failures: number;
  inFlight: number;
  weight: number;
  project?: string;
  group?: string;
  note?: string;
  source: 'env' | 'admin';
  createdAtMs: number;
  lastUsedAtMs?: number;
  lastError?: string;
  /** The egress proxy that its calls go through, without credentials; absent for a direct connection, and where calls go round. */
  egress?: string;
  /** Attempts, failed ones among them, and tokens of the last 24 hours. */
  day?: { calls: number; failures: number; tokens: number };
}
