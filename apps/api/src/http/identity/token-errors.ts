import { GatewayError } from '../../core/gateway-error';

/** The client's token has used up one of its own limits. */
export class TokenLimitError extends GatewayError {
  override readonly name = 'TokenLimitError';
  readonly code = 'token_limited';
  readonly status = 429;
}
