import { Injectable } from '@nestjs/common';
import { UnauthenticatedError } from '../../core/gateway-error';
import type { KeyId } from '../../core/keypool/hold';
import { authenticateClient } from '../../http/identity/authenticate-client';
import type { ClientIdentity } from '../../http/identity/client-identity';
import { TokenLimitError } from '../../http/identity/token-errors';
import type { Upgrade } from '../../http/upgrade/upgrade-route';
import { KnownResources } from '../resources/known-resources';
import { TokenDirectory } from '../tokens/token-directory';

/** Who may open a session, and by what. */
export interface LiveAdmission {
  /** Undefined for whoever holds a token that upstream gave: it stands for itself. */
  readonly identity: ClientIdentity | undefined;
  readonly accessToken?: string;
  /** The key that made the access token. */
  readonly pinnedTo?: KeyId;
}

/** Lets clients in: with a client token, or with a short-lived one that was made through this gateway. */
@Injectable()
export class LiveAdmissions {
  constructor(
    private readonly tokens: TokenDirectory,
    private readonly resources: KnownResources,
  ) {}

  /** @throws UnauthenticatedError, TokenLimitError */
  async admit({ request, query }: Upgrade, nowMs: number): Promise<LiveAdmission> {
    const accessToken = query.get('access_token') ?? bearerOf(request.headers.authorization);
    if (accessToken?.startsWith('auth_tokens/')) return this.#byAccessToken(accessToken, nowMs);
    const identity = authenticateClient(this.tokens, request, query);
    const over = identity.meter?.admit();
    if (over === undefined) return { identity };
    throw new TokenLimitError(`This token is limited to ${over.limit} ${over.unit} per ${over.per}.`, {
      retryAfterMs: Math.max(1_000, over.retryAtMs - nowMs),
    });
  }

  async #byAccessToken(accessToken: string, nowMs: number): Promise<LiveAdmission> {
    const known = await this.resources.find(accessToken);
    const isExpired = known?.expiresAtMs !== undefined && known.expiresAtMs <= nowMs;
    if (known === undefined || isExpired)
      throw new UnauthenticatedError('This access token was not made here, or has expired.');
    return { identity: undefined, accessToken, pinnedTo: known.keyId };
  }
}

function bearerOf(header: string | undefined): string | undefined {
  return /^(?:Token|Bearer) +(\S+)$/i.exec(header ?? '')?.[1];
}
