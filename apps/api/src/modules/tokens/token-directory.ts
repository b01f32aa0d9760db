import type { Clock } from '../../core/clock';
import { sha256 } from '../../core/sha256';
import type { ClientIdentity } from '../../http/identity/client-identity';
import { PLAYGROUND } from '../../http/identity/playground-access';
import type { TokenLimits } from './limits/token-limits';
import type { TokenMeters } from './limits/token-meters';
import { toModelPermission } from './model-permission';

/** Who presented a token. */
export type TokenIdentity = ClientIdentity;

/** A live token as the directory is given it. */
export interface ListedToken extends TokenLimits {
  readonly id: number;
  readonly digest: string;
  readonly name: string;
  readonly role: 'client' | 'admin';
  readonly expiresAtMs: number | null;
  readonly allowedModels: readonly string[] | null;
}

/** Stands for every admin token. */
const ADMIN = 0;

interface Entry {
  readonly identity: TokenIdentity;
  readonly tokenId: number;
  readonly expiresAtMs: number;
}

/** Ids that are none of a client token's. */
const NO_CLIENTS: ReadonlyMap<number, string> = new Map([
  [ADMIN, 'admin'],
  [PLAYGROUND.id, PLAYGROUND.name],
]);

/**
 * The live tokens, in memory: one hash and one look-up for each request. Tokens are looked up by digest, so the time it
 * takes tells nothing about them.
 */
export class TokenDirectory {
  private entries: ReadonlyMap<string, Entry> = new Map();
  private uses = new Map<number, number>();
  private names: ReadonlyMap<number, string> = new Map();

  constructor(
    private readonly clock: Pick<Clock, 'nowMs'>,
    private readonly meters: TokenMeters,
  ) {}

  /** Takes the place of all tokens known so far. Those that are switched off are not among them. */
  replace(tokens: readonly ListedToken[]): void {
    this.names = new Map(tokens.map(({ id, name }) => [id, name]));
    this.entries = new Map(tokens.map((token) => [token.digest, this.#toEntry(token)]));
  }

  /** The owner of a token; undefined for one that is unknown, expired or switched off, and for the empty text. */
  identify(presented: string): TokenIdentity | undefined {
    if (presented === '') return undefined;
    const entry = this.entries.get(sha256(presented));
    if (!entry) return undefined;
    const nowMs = this.clock.nowMs();
    if (entry.expiresAtMs <= nowMs) return undefined;
    this.uses.set(entry.tokenId, nowMs);
    return entry.identity;
  }

  /** Whether the SHA-256 of a token, in hex, is that of an admin token in force: what was begun with a token ends with it. */
  isAdminDigest(digest: string): boolean {
    const entry = this.entries.get(digest);
    return entry !== undefined && entry.identity.isAdmin && entry.expiresAtMs > this.clock.nowMs();
  }

  /** What logs and sums call who has this id; undefined for a token that was deleted or switched off. */
  nameOf(id: number): string | undefined {
    return NO_CLIENTS.get(id) ?? this.names.get(id);
  }

  /** When tokens were last used, by id, since this was last asked. */
  takeUses(): ReadonlyMap<number, number> {
    const uses = this.uses;
    this.uses = new Map();
    return uses;
  }

  /** An administrator has no limits. */
  #toEntry(token: ListedToken): Entry {
    const { id, name, role, expiresAtMs } = token;
    const isAdmin = role === 'admin';
    const mayUse = isAdmin ? undefined : toModelPermission(token.allowedModels);
    const meter = isAdmin ? undefined : this.meters.of(id, token);
    return {
      identity: {
        id: isAdmin ? ADMIN : id,
        name,
        isAdmin,
        ...(mayUse && { mayUse }),
        ...(meter && { meter }),
      },
      tokenId: id,
      expiresAtMs: expiresAtMs ?? Infinity,
    };
  }
}
