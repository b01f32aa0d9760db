import type { ErrorFixture } from '../fixtures/error-fixture';

/** A reply that is sent whole. */
export interface ApiReply {
  readonly status: number;
  readonly contentType: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export const JSON_TYPE = 'application/json; charset=UTF-8';

/** JSON as Google writes it: pretty, with a newline at the end. */
export function jsonReply(status: number, value: unknown): ApiReply {
  return { status, contentType: JSON_TYPE, body: Buffer.from(`${JSON.stringify(value, null, 2)}\n`) };
}

interface RpcErrorBody {
  readonly error: {
    readonly code: number;
    readonly message: string;
    readonly status: string;
    readonly details?: readonly unknown[];
  };
}

function rpcErrorBody(
  code: number,
  status: string,
  message: string,
  details?: readonly unknown[],
): RpcErrorBody {
  return { error: { code, message, status, ...(details ? { details } : {}) } };
}

export function rpcError(
  code: number,
  status: string,
  message: string,
  details?: readonly unknown[],
): ApiReply {
  return jsonReply(code, rpcErrorBody(code, status, message, details));
}

/** The client's mistake, as Google words it. */
export function invalidArgument(message: string, details?: readonly unknown[]): ApiReply {
  return rpcError(400, 'INVALID_ARGUMENT', message, details);
}

/** The fixture's bytes, unchanged. */
export function fixtureReply(fixture: ErrorFixture): ApiReply {
  const body =
    typeof fixture.body === 'string'
      ? Buffer.from(fixture.body)
      : jsonReply(fixture.status, fixture.body).body;
  return {
    status: fixture.status,
    contentType: fixture.contentType ?? JSON_TYPE,
    headers: fixture.headers,
    body,
  };
}

/** What Google's front end says to a path that no API owns. */
export function pageNotFound(): ApiReply {
  const body =
    '<!DOCTYPE html>\n<html lang=en>\n  <meta charset=utf-8>\n  <title>Error 404 (Not Found)!!1</title>\n' +
    '  <p><b>404.</b> <ins>That’s an error.</ins>\n  <p>The requested URL was not found on this server.\n</html>\n';
  return { status: 404, contentType: 'text/html; charset=UTF-8', body: Buffer.from(body) };
}
