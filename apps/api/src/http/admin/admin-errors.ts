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

/** Somebody else changed the same thing meanwhile, or its state does not allow the change. */
export class ConflictError extends GatewayError {
  override readonly name = 'ConflictError';
  readonly code = 'conflict';
  readonly status = 409;
}

/** One thing that is wrong with a request. */
export interface FieldProblem {
  readonly field: string;
  /** A sentence. */
  readonly message: string;
}

/** Several fields are wrong at once; the message is that of the first. */
export class InvalidFieldsError extends GatewayError {
  override readonly name = 'InvalidFieldsError';
  readonly code = 'invalid_request';
  readonly status = 400;

  constructor(readonly problems: readonly [FieldProblem, ...FieldProblem[]]) {
    super(problems[0].message, { field: problems[0].field });
  }
}
