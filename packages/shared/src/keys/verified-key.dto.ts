/** What upstream said of a key. */
export interface VerifiedKeyDto {
  /** `ok`; `gone` for a key that does not exist; else why it was refused: `invalid_key`, `rate_limited`, `network_failed`, … */
  outcome: string;
  /** Upstream's status and words, where it refused. */
  message?: string;
}
