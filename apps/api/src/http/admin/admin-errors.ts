import { GatewayError } from '../../core/gateway-error';

/** Too many wrong tokens from one address. */
export class LockedOutError extends GatewayError {
  override readonly name = 'LockedOutError';
  readonly code = 'locked_out';
  readonly status = 429;
}

/** A change that may come from another site's page (CSRF). */
export class CrossSiteError extends GatewayError {
  override readonly name = 'CrossSiteError';
  readonly code = 'cross_site';
  readonly status = 403;
}
