import { GatewayError, type GatewayErrorOptions } from './gateway-error';

/** A value that the API knows and this gateway does not offer. */
export class UnsupportedValueError extends GatewayError {
  override readonly name = 'UnsupportedValueError';
  readonly code = 'unsupported_value';
  readonly status = 400;

  constructor(field: string, message: string) {
    super(message, { field });
  }
}

/** Upstream's filter stopped the answer, in an API whose answers have no place to say so. */
export class ContentFilterError extends GatewayError {
  override readonly name = 'ContentFilterError';
  readonly code = 'content_filter';
  readonly status = 400;

  constructor(reason: string, options: GatewayErrorOptions = {}) {
    super(`Blocked by upstream's safety filter: ${reason}`, options);
  }
}
