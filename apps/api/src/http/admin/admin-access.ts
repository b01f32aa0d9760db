import type { Request, Response } from 'express';
import type { IncomingMessage } from 'node:http';

/** How an administrator proved who they are. */
export type AdminIdentity =
  | { readonly kind: 'token' }
  | {
      readonly kind: 'session';
      /** A handle that names the session and does not open it. */
      readonly sessionId: string;
      readonly expiresAtMs: number;
    };

/** A connection of an administrator, which may outlive what it was admitted by. */
export interface AdminConnection {
  /** Whether the session or the token still holds. */
  isInForce(): Promise<boolean>;
}

/** Decides who may use the admin REST. Implemented by the auth module, asked by everything under `/api`. */
export interface AdminAccess {
  /**
   * Resolves for an administrator; a session lives on with it. One request is judged once, however often it is asked about.
   * @throws UnauthenticatedError without a valid session cookie or admin token
   * @throws LockedOutError while the address is locked out and presents a token
   * @throws CrossSiteError for a change that another site's page may have sent
   */
  admit(request: Request, response: Response): Promise<AdminIdentity>;

  /**
   * The same for a connection that will be upgraded.
   * @throws as `admit` does
   */
  admitConnection(request: IncomingMessage): Promise<AdminConnection>;
}

/** Injection token of the {@link AdminAccess}. */
export const ADMIN_ACCESS = Symbol('ADMIN_ACCESS');
