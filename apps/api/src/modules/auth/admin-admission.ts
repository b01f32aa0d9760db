import type { Request, Response } from 'express';
import { UnauthenticatedError } from '../../core/gateway-error';
import { sha256 } from '../../core/sha256';
import type { AdminAccess, AdminIdentity } from '../../http/admin/admin-access';
import type { AdminSession, AdminSessions } from './admin-sessions';
import type { LoginThrottle } from './login-throttle';
import { requireSameSite } from './same-site';
import { clearSessionCookie, readSessionCookie, setSessionCookie } from './session-cookie';

/** What is asked of the tokens. */
export interface AdminTokens {
  identify(presented: string): { readonly isAdmin: boolean } | undefined;
  /** Whether the SHA-256, in hex, is that of an admin token in force. */
  isAdminDigest(digest: string): boolean;
}

/** The settings in force. */
export type AuthSettings = () => { readonly sessionMs: number; readonly publicUrl: string };

/** Admits administrators: by the admin token they present, or by the session they opened with it. */
export class AdminAdmission implements AdminAccess {
  readonly #judged = new WeakMap<Request, Promise<AdminIdentity>>();

  constructor(
    private readonly tokens: AdminTokens,
    private readonly sessions: AdminSessions,
    private readonly throttle: LoginThrottle,
    private readonly settings: AuthSettings,
  ) {}

  admit(request: Request, response: Response): Promise<AdminIdentity> {
    const known = this.#judged.get(request);
    if (known) return known;
    const judged = this.#judge(request, response);
    this.#judged.set(request, judged);
    return judged;
  }

  /**
   * Opens a session for the owner of the admin token, and gives the browser its cookie.
   * @throws LockedOutError, UnauthenticatedError, CrossSiteError
   */
  async signIn(request: Request, response: Response, token: string): Promise<AdminSession> {
    requireSameSite(request, this.settings().publicUrl);
    this.#requireAdminToken(request, token);
    const session = await this.sessions.open(sha256(token), {
      address: request.ip,
      userAgent: request.headers['user-agent'],
    });
    setSessionCookie(request, response, session.id, this.settings().sessionMs);
    return session;
  }

  /** Ends the session of the request, where there is one. */
  async signOut(request: Request, response: Response): Promise<void> {
    requireSameSite(request, this.settings().publicUrl);
    const id = readSessionCookie(request);
    if (id === undefined) return;
    await this.sessions.close(id);
    clearSessionCookie(request, response);
  }

  async #judge(request: Request, response: Response): Promise<AdminIdentity> {
    const token = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token !== undefined) {
      this.#requireAdminToken(request, token);
      return { kind: 'token' };
    }
    const id = readSessionCookie(request);
    const session = id === undefined ? undefined : await this.sessions.use(id);
    if (!session || !this.tokens.isAdminDigest(session.tokenDigest))
      throw new UnauthenticatedError('Sign in, or send the admin token as a bearer token.');
    requireSameSite(request, this.settings().publicUrl);
    if (session.isRenewed) setSessionCookie(request, response, session.id, this.settings().sessionMs);
    return { kind: 'session', sessionId: session.handle, expiresAtMs: session.expiresAtMs };
  }

  /** Nothing is awaited between the check and the count, so that guesses sent at once do not slip through. */
  #requireAdminToken(request: Request, token: string): void {
    const address = request.ip ?? '';
    this.throttle.check(address);
    if (!this.tokens.identify(token)?.isAdmin) {
      this.throttle.failed(address);
      throw new UnauthenticatedError('This is not the admin token.');
    }
    this.throttle.succeeded(address);
  }
}
