/** Requests and tokens (input and output together) in some time. */
export interface TokenUseDto {
  requests: number;
  tokens: number;
}

/** What a token may use; a field is absent where there is no limit. */
export interface TokenLimitsDto {
  requestsPerMinute?: number;
  requestsPerDay?: number;
  /** Input and output together. */
  tokensPerMinute?: number;
  /** A day begins at midnight in `TIMEZONE`. */
  tokensPerDay?: number;
}

/** An access token as the dashboard sees it; the token itself is never shown again. */
export interface TokenDto extends TokenLimitsDto {
  id: number;
  name: string;
  /** Its first characters; empty for a short token. */
  prefix: string;
  role: 'client' | 'admin';
  /** env: managed by `ALLOWED_TOKENS` or `AUTH_TOKEN` · admin: made in the dashboard · first-start: made by the gateway. */
  source: 'env' | 'admin' | 'first-start';
  isEnabled: boolean;
  isExpired: boolean;
  createdAtMs: number;
  expiresAtMs?: number;
  lastUsedAtMs?: number;
  /** Names of models, or their beginnings with a `*`; absent for all models. */
  allowedModels?: string[];
  /** What a token with limits used of them; absent for one without. */
  used?: { minute: TokenUseDto; day: TokenUseDto };
}

/** Answer of `GET /api/tokens`, the oldest first. */
export interface TokenListDto {
  items: TokenDto[];
}

/** Answer of `POST /api/tokens` and `POST /api/tokens/:id/rotate`. */
export interface IssuedTokenDto {
  token: TokenDto;
  /** The token itself, which is shown this once. */
  secret: string;
}
