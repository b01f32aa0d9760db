import { InvalidRequestError } from '../../core/gateway-error';
import type { ClientIdentity } from '../../http/identity/client-identity';
import type { KnownResources } from './known-resources';
import { ResourceDeniedError, ResourceExpiredError } from './resource-errors';
import type { ResourceOwner, StoredResource } from './stored-resource';

/** Decides which key a call has to go to, by the resources it names, and whether its client may use them. */
export class ResourcePins {
  constructor(
    private readonly known: Pick<KnownResources, 'find'>,
    /** Whether a token sees only what it has made itself (`FILES_USER_ISOLATION_ENABLED`). */
    private readonly isIsolated: () => boolean,
    private readonly nowMs: () => number,
  ) {}

  /**
   * The owner of a resource, or of what it lies in; undefined for one that was not made through this gateway.
   * @throws ResourceDeniedError for another token's, ResourceExpiredError
   */
  async ownerOf(identity: ClientIdentity | undefined, name: string): Promise<StoredResource | undefined> {
    const found = await this.known.find(name);
    if (found === undefined) return undefined;
    if (!this.maySee(identity, found)) throw new ResourceDeniedError(name);
    if (found.expiresAtMs !== undefined && found.expiresAtMs <= this.nowMs())
      throw new ResourceExpiredError(name);
    return found;
  }

  /**
   * The one key that holds all that a request names; undefined where it names nothing that is known.
   * @throws ResourceDeniedError, ResourceExpiredError, InvalidRequestError where several keys hold it
   */
  async pinOf(
    identity: ClientIdentity | undefined,
    names: readonly string[],
  ): Promise<ResourceOwner | undefined> {
    let first: { name: string; owner: ResourceOwner } | undefined;
    for (const name of names) {
      const owner = await this.ownerOf(identity, name);
      if (owner === undefined) continue;
      first ??= { name, owner };
      if (!isSameKey(owner, first.owner)) throw severalKeys(first.name, name);
    }
    return first?.owner;
  }

  /** Whose resources a client sees: undefined for everybody's. */
  viewOf(identity: ClientIdentity | undefined): number | undefined {
    return identity?.isAdmin || !this.isIsolated() ? undefined : (identity?.id ?? -1);
  }

  maySee(identity: ClientIdentity | undefined, { tokenId }: ResourceOwner): boolean {
    const view = this.viewOf(identity);
    return view === undefined || view === tokenId;
  }
}

function isSameKey(one: ResourceOwner, other: ResourceOwner): boolean {
  return one.keyKind === other.keyKind && one.keyId === other.keyId;
}

function severalKeys(first: string, second: string): InvalidRequestError {
  return new InvalidRequestError(
    `${first} and ${second} are stored with different upstream keys, and a request reaches one key only. ` +
      `Upload or create one of them again, right after the other one, and use them together then.`,
  );
}
