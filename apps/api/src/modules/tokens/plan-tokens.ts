/** A token that the environment names, by digest. */
export interface EnvToken {
  readonly digest: string;
  readonly name: string;
}

/** The tokens of the environment: `AUTH_TOKEN` and `ALLOWED_TOKENS`. */
export interface EnvTokens {
  readonly admin: EnvToken | undefined;
  readonly clients: readonly EnvToken[];
}

/** A stored token, as far as the plan depends on it. */
export interface StoredToken {
  readonly id: number;
  readonly digest: string;
  readonly role: 'client' | 'admin';
  readonly source: 'env' | 'admin' | 'first-start';
  readonly isEnabled: boolean;
  /** Set in a tombstone. */
  readonly deletedAtMs: number | null;
}

/** What is to be done so that the stored tokens agree with the environment. */
export interface TokenPlan {
  readonly add: readonly (EnvToken & Pick<StoredToken, 'role'>)[];
  readonly changeRole: readonly Pick<StoredToken, 'id' | 'role'>[];
  /** Tokens that have left the environment, and stop working. */
  readonly remove: readonly number[];
  /** The client token that is the admin token too, because no other is. */
  readonly promoted: EnvToken | undefined;
  readonly needsAdmin: boolean;
  readonly needsClient: boolean;
}

/**
 * Compares the environment with what is stored. Tombstones stay away; tokens made in the dashboard stay as they are.
 * Without any admin token the first client token of the environment becomes one; without that, one is needed.
 */
export function planTokens(env: EnvTokens, stored: readonly StoredToken[]): TokenPlan {
  const byDigest = new Map(stored.map((token) => [token.digest, token]));
  const isBuried = (token: EnvToken): boolean => byDigest.get(token.digest)?.deletedAtMs != null;
  const live = stored.filter((token) => token.deletedAtMs === null);
  const kept = live.filter((token) => token.source !== 'env');
  const admin = env.admin && !isBuried(env.admin) ? env.admin : undefined;
  const clients = env.clients.filter((token) => !isBuried(token));

  const hasOwnAdmin = kept.some((token) => token.role === 'admin' && token.isEnabled);
  const promoted = env.admin || hasOwnAdmin ? undefined : clients[0];
  const wantedAdmin = admin ?? promoted;
  const wanted = new Map<string, TokenPlan['add'][number]>(
    clients.map((token) => [token.digest, { ...token, role: 'client' }]),
  );
  if (wantedAdmin) wanted.set(wantedAdmin.digest, { ...wantedAdmin, role: 'admin' });

  return {
    add: [...wanted.values()].filter((token) => !byDigest.has(token.digest)),
    changeRole: live.flatMap(({ id, digest, role }) => {
      const to = wanted.get(digest)?.role;
      return to === undefined || to === role ? [] : [{ id, role: to }];
    }),
    remove: live
      .filter((token) => token.source === 'env' && !wanted.has(token.digest))
      .map((token) => token.id),
    promoted,
    needsAdmin: !wantedAdmin && !hasOwnAdmin,
    needsClient: stored.length === 0 && wanted.size === 0,
  };
}
