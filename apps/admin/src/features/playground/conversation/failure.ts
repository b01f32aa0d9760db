import { textAt } from '../protocols/json-at';

/** Why there is no answer, as a client would be told. */
export interface Failure {
  /** HTTP status; absent where no answer came. */
  status?: number;
  /** The word for it in the dialect of the request. */
  code: string;
  message: string;
  requestId?: string;
}

/** What the administrator can do about it. */
export type Remedy = 'unreachable' | 'signIn' | 'model' | 'smaller' | 'keys' | 'later' | 'request';

/** Reads the body of an error; it has the shape of one of the dialects, or comes from a proxy on the way. */
export function toFailure(status: number, body: string, requestId: string | undefined): Failure {
  const said = parsed(body);
  const words = ['status', 'code', 'type'].map((name) => textAt(said, 'error', name));
  return {
    status,
    code: words.find((word) => word !== '') ?? '',
    message: textAt(said, 'error', 'message') || body.slice(0, 500),
    requestId,
  };
}

export function remedyFor({ status }: Failure): Remedy {
  switch (status) {
    case undefined:
      return 'unreachable';
    case 401:
      return 'signIn';
    case 404:
      return 'model';
    case 413:
      return 'smaller';
    case 429:
    case 503:
      return 'keys';
    default:
      return status >= 500 ? 'later' : 'request';
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
