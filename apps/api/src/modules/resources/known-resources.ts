import type { Clock } from '../../core/clock';
import { withParents } from '../../core/gemini/resources/resource-name';
import { ResourceStoreError } from './resource-errors';
import type { ResourceListing, ResourceRepository } from './resource.repository';
import type { NewResource, ResourceNews, StoredResource } from './stored-resource';

/** The last resources that were made or asked for are held in memory. */
const MOST_HELD = 10_000;
/** A client does not wait longer for the database: what was made is known in memory. */
const LONGEST_WAIT_MS = 2_000;
/** Of those the database did not take yet. */
const MOST_WAITING = 10_000;

/**
 * What upstream keeps for clients and by which key it is reached. What is kept is known at once; it is stored at once as
 * well, and again by `flush` where that failed.
 */
export class KnownResources {
  readonly #held = new Map<string, StoredResource>();
  #waiting: NewResource[] = [];

  constructor(
    private readonly repository: Pick<ResourceRepository, 'find' | 'put' | 'remove' | 'list' | 'isKnown'>,
    private readonly clock: Clock,
    /** Told of each failure of the database; must not throw. */
    private readonly onFailure: (failure: unknown) => void,
  ) {}

  /** The resource, or else the nearest one that it lies in. @throws ResourceStoreError */
  async find(name: string): Promise<StoredResource | undefined> {
    const names = withParents(name);
    const held = this.#held.get(name);
    if (held !== undefined || names.length === 0) return held;
    const stored = await this.repository.find(names).catch((cause: unknown) => {
      const inMemory = new Map(
        names.flatMap((each) => (this.#held.has(each) ? [[each, this.#held.get(each)!]] : [])),
      );
      if (inMemory.size === 0) throw new ResourceStoreError(cause);
      return inMemory;
    });
    for (const each of names) {
      const found = stored.get(each) ?? this.#held.get(each);
      if (found === undefined) continue;
      this.#hold(each, found);
      return found;
    }
    return undefined;
  }

  /** Resolves when what is new is stored, or has failed to be for now, or takes too long to wait for. Never rejects. */
  async keep(news: readonly ResourceNews[]): Promise<void> {
    const fresh = news.flatMap((each) => this.#learn(each) ?? []);
    if (fresh.length === 0) return;
    const stored = new AbortController();
    const late = this.clock.sleep(LONGEST_WAIT_MS, stored.signal);
    await Promise.race([this.#store(fresh), late]);
    stored.abort();
  }

  /** After upstream has removed it. Never rejects. */
  async forget(name: string): Promise<void> {
    this.#held.delete(name);
    this.#waiting = this.#waiting.filter((waiting) => waiting.name !== name);
    await this.repository.remove(name).catch(this.onFailure);
  }

  /** Stores what the database has not taken yet. Never rejects. */
  async flush(): Promise<void> {
    if (this.#waiting.length > 0) await this.#store(this.#waiting.splice(0));
  }

  /** @throws ResourceStoreError */
  async list(listing: Omit<ResourceListing, 'nowMs'>): Promise<StoredResource[]> {
    return this.repository.list({ ...listing, nowMs: this.clock.nowMs() }).catch((cause: unknown) => {
      throw new ResourceStoreError(cause);
    });
  }

  /** Whether anything of that collection was made through the gateway. @throws ResourceStoreError */
  async isKnown(collection: string): Promise<boolean> {
    return this.repository.isKnown(collection).catch((cause: unknown) => {
      throw new ResourceStoreError(cause);
    });
  }

  /** What is to be stored; undefined where nothing is new. Another token's stays as it is. */
  #learn({ endsAtMs, lifetimeMs, ...news }: ResourceNews): NewResource | undefined {
    const held = this.#held.get(news.name);
    if (held !== undefined && held.tokenId !== news.tokenId) return undefined;
    const keptUntilMs = lifetimeMs === undefined ? undefined : this.clock.nowMs() + lifetimeMs;
    const expiresAtMs = endsAtMs ?? held?.expiresAtMs ?? keptUntilMs;
    const body = news.body ?? held?.body;
    const isKnown =
      held?.keyId === news.keyId &&
      held.expiresAtMs === expiresAtMs &&
      JSON.stringify(held.body) === JSON.stringify(body);
    if (isKnown) return undefined;
    this.#hold(news.name, { id: 0, ...news, body, expiresAtMs });
    return { ...news, body, expiresAtMs };
  }

  async #store(resources: readonly NewResource[]): Promise<void> {
    try {
      // What the database holds for another token was never ours to hold.
      for (const name of await this.repository.put(resources, this.clock.nowMs())) this.#held.delete(name);
    } catch (failure) {
      this.#waiting = [...resources, ...this.#waiting].slice(0, MOST_WAITING);
      this.onFailure(failure);
    }
  }

  #hold(name: string, resource: StoredResource): void {
    this.#held.delete(name);
    this.#held.set(name, resource);
    if (this.#held.size > MOST_HELD) this.#held.delete(this.#held.keys().next().value!);
  }
}
