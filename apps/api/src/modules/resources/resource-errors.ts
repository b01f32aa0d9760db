import { GatewayError, type LogLevel } from '../../core/gateway-error';

/** The resource does not exist, or another token's, which is told in the same words (docs/protocol-notes.md, "Resources"). */
export class ResourceDeniedError extends GatewayError {
  override readonly name = 'ResourceDeniedError';
  readonly code = 'resource_denied';
  readonly status: number;

  constructor(resource: string) {
    const [collection = '', id = ''] = resource.split('/');
    const isFile = collection === 'files';
    const isForbidden = isFile || collection === 'cachedContents';
    super(
      isFile
        ? `You do not have permission to access the File ${id} or it may not exist.`
        : isForbidden
          ? 'CachedContent not found (or permission denied)'
          : `${resource} is not found, or you do not have permission to access it.`,
    );
    this.status = isForbidden ? 403 : 404;
  }
}

/** The resource has reached the end of its time. */
export class ResourceExpiredError extends GatewayError {
  override readonly name = 'ResourceExpiredError';
  readonly code = 'resource_expired';
  readonly status = 404;

  constructor(resource: string) {
    super(`${resource} has expired: upstream has removed it. Upload or create it again.`);
  }
}

/** A name that a client has chosen is in use. */
export class ResourceExistsError extends GatewayError {
  override readonly name = 'ResourceExistsError';
  readonly code = 'already_exists';
  readonly status = 409;

  constructor(resource: string) {
    const message = `The resource ${resource} already exists.`;
    super(message, { upstream: { status: 409, rpcStatus: 'ALREADY_EXISTS', message, details: [] } });
  }
}

/** Where the database does not answer, nobody knows which key holds a resource. */
export class ResourceStoreError extends GatewayError {
  override readonly name = 'ResourceStoreError';
  override readonly logLevel: LogLevel = 'error';
  readonly code = 'storage_unavailable';
  readonly status = 503;

  constructor(cause: unknown) {
    super('The gateway cannot look up which upstream key holds this resource. Try again shortly.', {
      cause,
      retryAfterMs: 5_000,
    });
  }
}
