/** What a token may use; null for no limit. */
export interface TokenLimits {
  readonly requestsPerMinute: number | null;
  readonly requestsPerDay: number | null;
  /** Input and output together. */
  readonly tokensPerMinute: number | null;
  readonly tokensPerDay: number | null;
}

export function hasLimit(limits: TokenLimits): boolean {
  return (
    limits.requestsPerMinute !== null ||
    limits.requestsPerDay !== null ||
    limits.tokensPerMinute !== null ||
    limits.tokensPerDay !== null
  );
}

/** What a token used in some time. */
export interface TokenUse {
  requests: number;
  tokens: number;
}

export function noUse(): TokenUse {
  return { requests: 0, tokens: 0 };
}
