import type { IncomingMessage } from 'node:http';
import type { ClientIdentity } from './client-identity';

/**
 * The header that lets a page of the dashboard call client routes by the session of the administrator. No form can send it, and
 * no page of another origin either: its preflight is refused, because client routes never allow credentials.
 */
const HEADER = 'x-playground';

/** The playground in logs and sums, where tokens have ids from 1, the admin token 0, and nobody -1. */
export const PLAYGROUND: ClientIdentity = { id: -2, name: 'playground', isAdmin: false };

/** Decides who may call client routes by a session. Implemented by the auth module. */
export interface PlaygroundAccess {
  /**
   * Resolves for a call that a page of the dashboard makes for the administrator who is signed in there.
   * @throws UnauthenticatedError without a session in force
   * @throws CrossSiteError for a call of another site's page
   */
  admitPlayground(request: IncomingMessage): Promise<ClientIdentity>;
}

/** Injection token of the {@link PlaygroundAccess}. */
export const PLAYGROUND_ACCESS = Symbol('PLAYGROUND_ACCESS');

export function isFromPlayground({ headers }: IncomingMessage): boolean {
  return headers[HEADER] !== undefined;
}
