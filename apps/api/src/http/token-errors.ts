import { GatewayError } from '../core/gateway-error';

/** The client's token has used up one of its own limits. */
export class TokenLimitError extends GatewayError {
  override readonly name = 'TokenLimitError';
  readonly code = 'token_limited';
  readonly status = 429;
}

/** The client's token may not use the model. */
export class ModelNotAllowedError extends GatewayError {
  override readonly name = 'ModelNotAllowedError';
  readonly code = 'model_not_allowed';
  readonly status = 403;
}
