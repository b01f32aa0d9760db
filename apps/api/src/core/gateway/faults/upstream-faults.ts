import { GatewayError, type GatewayErrorOptions, type LogLevel } from '../../gateway-error';
import type { UpstreamError } from '../../outcome';

/** Upstream refused the client's request, and no other key would change that. */
export class UpstreamRefusalError extends GatewayError {
  override readonly name = 'UpstreamRefusalError';
  readonly status: number;

  constructor(
    readonly code: string,
    upstream: UpstreamError,
    status = upstream.status,
  ) {
    super(upstream.message, { upstream });
    this.status = status;
  }
}

/** Upstream failed, and further attempts did not help. */
export class UpstreamFailureError extends GatewayError {
  override readonly name = 'UpstreamFailureError';
  override readonly logLevel: LogLevel = 'warn';

  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
    options: GatewayErrorOptions = {},
  ) {
    super(message, options);
  }
}

/** Every key has reached a limit for this model. */
export class AllKeysLimitedError extends GatewayError {
  override readonly name = 'AllKeysLimitedError';
  override readonly logLevel: LogLevel = 'warn';
  readonly status = 429;

  constructor(
    /** `rate_limited`, `quota_exhausted`, `capacity_exhausted` or `insufficient_quota`. */
    readonly code: string,
    message: string,
    options: GatewayErrorOptions = {},
  ) {
    super(message, options);
  }
}

/** There is no key that could be asked: none is configured, or all are invalid, disabled or resting. */
export class NoUsableKeyError extends GatewayError {
  override readonly name = 'NoUsableKeyError';
  override readonly logLevel: LogLevel = 'error';
  readonly code = 'no_usable_key';
  readonly status = 503;
}
