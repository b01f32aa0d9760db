import type { Request, Response } from 'express';
import type { IncomingMessage } from 'node:http';
import { UnauthenticatedError } from '../../core/gateway-error';
import { UNGUESSABLE_LENGTH } from '../../core/secret';
import { sha256 } from '../../core/sha256';
import type { AdminAccess, AdminConnection, AdminIdentity } from '../../http/admin/admin-access';
import type { ClientIdentity } from '../../http/identity/client-identity';
import { PLAYGROUND, type PlaygroundAccess } from '../../http/identity/playground-access';
import { TrustedProxies } from '../../http/origin/trusted-proxies';
import type { AdminSession, AdminSessions } from './admin-sessions';
import type { LoginThrottle } from './login-throttle';
import { requireOwnPage, requireSameSite } from './same-site';
import { clearSessionCookie, readSessionCookie, setSessionCookie } from './session-cookie';

/** What is asked of the tokens. */
export interface AdminTokens {
  identify(presented: string): { readonly isAdmin: boolean } | undefined;
  /** Whether the SHA-256, in hex, is that of an admin token in force. */
  isAdminDigest(digest: string): boolean;
}

/** The settings in force. */
export type AuthSettings = () => {
  readonly sessionMs: number;
  readonly publicUrl: string;
  readonly trustedProxies: readonly string[];
};

/** Admits administrators: by the admin token they present, or by the session they opened with it. */
export class AdminAdmission implements AdminAccess, PlaygroundAccess {
  readonly #judged = new WeakMap<Request, Promise<AdminIdentity>>();
  readonly #proxies = new TrustedProxies(() => this.settings().trustedProxies);

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

  async admitConnection(request: IncomingMessage): Promise<AdminConnection> {
    const token = bearerOf(request);
    if (token !== undefined) {
      this.#requireAdminToken(this.#proxies.clientAddress(request), token);
      const digest = sha256(token);
      return { isInForce: async () => this.tokens.isAdminDigest(digest) };
    }
    requireOwnPage(request, this.settings().publicUrl);
    const { id, tokenDigest } = await this.#useSession(request);
    return {
      isInForce: async () => this.tokens.isAdminDigest(tokenDigest) && (await this.sessions.isOpen(id)),
    };
  }

  async admitPlayground(request: IncomingMessage): Promise<ClientIdentity> {
    requireOwnPage(request, this.settings().publicUrl);
    await this.#useSession(request);
    return PLAYGROUND;
  }

  /**
   * Opens a session for the owner of the admin token, and gives the browser its cookie.
   * @throws LockedOutError, UnauthenticatedError, CrossSiteError
   */
  async signIn(request: Request, response: Response, token: string): Promise<AdminSession> {
    requireSameSite(request, this.settings().publicUrl);
    this.#requireAdminToken(request.ip, token);
    const session = await this.sessions.open(sha256(token), {
      address: request.ip,
      userAgent: request.headers['user-agent'],
    });
    setSessionCookie(request, response, session.id, this.settings());
    return session;
  }

  /** Ends the session of the request. Resolves with its handle; undefined where there was none. */
  async signOut(request: Request, response: Response): Promise<string | undefined> {
    requireSameSite(request, this.settings().publicUrl);
    const id = readSessionCookie(request);
    if (id === undefined) return undefined;
    const handle = await this.sessions.close(id);
    clearSessionCookie(request, response, this.settings().publicUrl);
    return handle;
  }

  async #judge(request: Request, response: Response): Promise<AdminIdentity> {
    const token = bearerOf(request);
    if (token !== undefined) {
      this.#requireAdminToken(request.ip, token);
      return { kind: 'token' };
    }
    const session = await this.#useSession(request);
    requireSameSite(request, this.settings().publicUrl);
    if (session.isRenewed) setSessionCookie(request, response, session.id, this.settings());
    return { kind: 'session', sessionId: session.handle, expiresAtMs: session.expiresAtMs };
  }

  /** The session of the request, which lives on with it. @throws UnauthenticatedError where none is in force */
  async #useSession(request: IncomingMessage): Promise<AdminSession> {
    const id = readSessionCookie(request);
    const session = id === undefined ? undefined : await this.sessions.use(id);
    if (!session || !this.tokens.isAdminDigest(session.tokenDigest))
      throw new UnauthenticatedError('Sign in, or send the admin token as a bearer token.');
    return session;
  }

  /**
   * A token that can be guessed is refused while its address is locked out, right or wrong, else the answer would tell
   * that it is right. One that cannot be is not: everybody behind a reverse proxy may share an address with who guesses.
   * Nothing is awaited between the check and the count, so that guesses sent at once do not slip through.
   */
  #requireAdminToken(address: string | undefined, token: string): void {
    const isAdmin = this.tokens.identify(token)?.isAdmin === true;
    if (isAdmin && token.length >= UNGUESSABLE_LENGTH) return;
    this.throttle.check(address ?? '');
    if (!isAdmin) {
      this.throttle.failed(address ?? '');
      throw new UnauthenticatedError('This is not the admin token.');
    }
    this.throttle.succeeded(address ?? '');
  }
}

function bearerOf({ headers }: IncomingMessage): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1];
}
