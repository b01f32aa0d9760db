import type { KeyDto } from './key.dto.js';

/** What was sent with a key: attempts, and the tokens of those that answered. */
export interface KeyUsageDto {
  calls: number;
  failures: number;
  inputTokens: number;
  outputTokens: number;
}

/** An attempt that failed. */
export interface KeyErrorDto {
  atMs: number;
  requestId: string;
  model: string;
  /** Why: the kind of the outcome. */
  outcome: string;
  status?: number;
  message?: string;
}

/** Answer of `GET /api/keys/:id`. Usage is of the last 24 hours. */
export interface KeyDetailDto extends KeyDto {
  byModel: (KeyUsageDto & { model: string })[];
  /** Every hour of the last 24, oldest first. */
  byHour: (KeyUsageDto & { hourMs: number })[];
  /** Newest first. */
  lastErrors: KeyErrorDto[];
}

/** Answer of `POST /api/keys/:id/reveal`. */
export interface KeySecretDto {
  secret: string;
}
