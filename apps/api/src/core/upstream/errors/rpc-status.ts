const HTTP_BY_RPC: Readonly<Record<string, number>> = {
  INVALID_ARGUMENT: 400,
  FAILED_PRECONDITION: 400,
  OUT_OF_RANGE: 400,
  UNAUTHENTICATED: 401,
  PERMISSION_DENIED: 403,
  NOT_FOUND: 404,
  ABORTED: 409,
  ALREADY_EXISTS: 409,
  RESOURCE_EXHAUSTED: 429,
  CANCELLED: 499,
  INTERNAL: 500,
  UNKNOWN: 500,
  DATA_LOSS: 500,
  UNIMPLEMENTED: 501,
  UNAVAILABLE: 503,
  DEADLINE_EXCEEDED: 504,
};

/** The HTTP status Google sends for an RPC status (docs/protocol-notes.md, "Error bodies"); undefined for unknown ones. */
export function httpStatusOf(rpcStatus: string | undefined): number | undefined {
  return rpcStatus !== undefined && Object.hasOwn(HTTP_BY_RPC, rpcStatus)
    ? HTTP_BY_RPC[rpcStatus]
    : undefined;
}
