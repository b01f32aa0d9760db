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

/** Out of reach of scripts and of other sites; by TLS alone where the request came by TLS. */
export function setSessionCookie(
  request: Request,
  response: Response,
  sessionId: string,
  lifetimeMs: number,
): void {
  response.cookie(NAME, sessionId, { ...attributes(request), maxAge: lifetimeMs });
}

export function clearSessionCookie(request: Request, response: Response): void {
  response.clearCookie(NAME, attributes(request));
}

function attributes(request: Request) {
  return { httpOnly: true, sameSite: 'strict', secure: request.secure, path: '/' } as const;
}
