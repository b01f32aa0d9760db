import type { Request, Response } from 'express';
import type { IncomingMessage } from 'node:http';

const NAME = 'gb_session';

/** The session id that the request carries; undefined where it carries none. */
export function readSessionCookie({ headers }: IncomingMessage): string | undefined {
  for (const pair of (headers.cookie ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === NAME && value) return value;
  }
  return undefined;
}

/** Out of reach of scripts and of other sites; by TLS alone where the browser uses TLS. */
export function setSessionCookie(
  request: Request,
  response: Response,
  sessionId: string,
  { sessionMs, publicUrl }: { readonly sessionMs: number; readonly publicUrl: string },
): void {
  response.cookie(NAME, sessionId, { ...attributes(request, publicUrl), maxAge: sessionMs });
}

export function clearSessionCookie(request: Request, response: Response, publicUrl: string): void {
  response.clearCookie(NAME, attributes(request, publicUrl));
}

function attributes(request: Request, publicUrl: string) {
  const secure = request.secure || isByTls(request, publicUrl);
  return { httpOnly: true, sameSite: 'strict', secure, path: '/' } as const;
}

/** A proxy that ends TLS and is not trusted leaves us with plain http; PUBLIC_URL tells what the browser uses. */
function isByTls({ headers }: Request, publicUrl: string): boolean {
  return publicUrl.startsWith('https://') && new URL(publicUrl).host === headers.host?.toLowerCase();
}
