import type { GatewayError } from '../../gateway-error';
import type { ErrorDetail } from '../../outcome';

/** Google's error envelope (docs/protocol-notes.md, "Error bodies"); clients need all of code, message and status. */
export interface GeminiErrorBody {
  error: { code: number; message: string; status: string; details?: readonly ErrorDetail[] };
}

const RETRY_INFO = 'type.googleapis.com/google.rpc.RetryInfo';
const BAD_REQUEST = 'type.googleapis.com/google.rpc.BadRequest';

export function geminiErrorBody(error: GatewayError): GeminiErrorBody {
  const { upstream } = error;
  const status = (upstream?.status === error.status && upstream.rpcStatus) || rpcStatusOf(error.status);
  const details = detailsOf(error);
  return {
    error: { code: error.status, message: error.message, status, ...(details.length > 0 && { details }) },
  };
}

/** Upstream's own details, but with the wait that holds for the whole pool. */
function detailsOf(error: GatewayError): ErrorDetail[] {
  const upstream = error.upstream?.details ?? [];
  const details =
    error.retryAfterMs === undefined
      ? [...upstream]
      : upstream.filter((detail) => detail['@type'] !== RETRY_INFO);
  if (error.retryAfterMs !== undefined) {
    details.push({ '@type': RETRY_INFO, retryDelay: `${Math.ceil(error.retryAfterMs / 1000)}s` });
  }
  if (error.field !== undefined) {
    details.push({
      '@type': BAD_REQUEST,
      fieldViolations: [{ field: error.field, description: error.message }],
    });
  }
  return details;
}

const RPC_STATUS: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  405: 'UNIMPLEMENTED',
  409: 'ABORTED',
  413: 'INVALID_ARGUMENT',
  429: 'RESOURCE_EXHAUSTED',
  499: 'CANCELLED',
  500: 'INTERNAL',
  501: 'UNIMPLEMENTED',
  502: 'UNAVAILABLE',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
};

function rpcStatusOf(status: number): string {
  return RPC_STATUS[status] ?? (status < 500 ? 'INVALID_ARGUMENT' : 'INTERNAL');
}
