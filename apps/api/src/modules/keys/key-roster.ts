import { KEY_KINDS, type KeyKind } from '@gemini-balance/shared';
import type { Hold, KeyId } from '../../core/keypool/hold';
import type { KeyStatus } from '../../core/keypool/keys/key-status';
import type { KeyPools } from './key-pools';
import { firstFrom, OrderedKeys } from './ordered-keys';
import type { RosterKey } from './roster-key';

/** More than that are not what somebody means who types an end of a key. */
const MOST_LIKE = 100;

/** All live keys, each in its pool. The one door by which keys enter and leave, so that roster and pools never differ. */
export class KeyRoster {
  private readonly keys = new OrderedKeys();
  private readonly idByHash = new Map<string, KeyId>();
  private readonly lastUses = new Map<KeyId, number>();

  constructor(private readonly pools: KeyPools) {}

  /** Fills the pools at the start. */
  load(keys: readonly RosterKey[], holdsOf: (kind: KeyKind) => readonly Hold[]): void {
    for (const key of keys) this.note(key);
    for (const kind of KEY_KINDS) {
      const ofKind = keys.filter((live) => live.kind === kind).map((live) => live.key);
      this.pools.of(kind).load(ofKind, holdsOf(kind));
    }
  }

  /** Adds a key, or replaces what is known of it; its holds and failures stay as they are. */
  put(live: RosterKey): void {
    this.note(live);
    this.pools.of(live.kind).put(live.key);
  }

  remove(id: KeyId): void {
    const live = this.keys.get(id);
    if (!live) return;
    this.keys.delete(id);
    this.lastUses.delete(id);
    this.idByHash.delete(nameOf(live.kind, live.key.fingerprint));
    this.pools.of(live.kind).remove(id);
  }

  get(id: KeyId): RosterKey | undefined {
    return this.keys.get(id);
  }

  /** The key of that kind whose secret has this hash. */
  find(kind: KeyKind, hash: string): RosterKey | undefined {
    const id = this.idByHash.get(nameOf(kind, hash));
    return id === undefined ? undefined : this.keys.get(id);
  }

  /** All keys, those that were added first first; the array is not to be kept across a wait. */
  all(): readonly RosterKey[] {
    return this.keys.all;
  }

  /** The ids of the newest keys that begin or end like this text. */
  idsLike(text: string): KeyId[] {
    const like = this.keys.all.filter(({ key }) => {
      const secret = key.secret.reveal();
      return secret.startsWith(text) || secret.endsWith(text);
    });
    return like.slice(-MOST_LIKE).map(({ key }) => key.id);
  }

  /** The next keys whose ids are above `id`, rising, at most so many. */
  after(id: KeyId, atMost: number): readonly RosterKey[] {
    const { all } = this.keys;
    const start = firstFrom(all, id + 1);
    return all.slice(start, start + atMost);
  }

  /** The next keys whose ids are below `id`, falling, at most so many. */
  before(id: KeyId, atMost: number): readonly RosterKey[] {
    const { all } = this.keys;
    const end = firstFrom(all, id);
    return all.slice(Math.max(0, end - atMost), end).reverse();
  }

  /** How the key stands in its pool; undefined where it is gone. */
  statusOf(id: KeyId): KeyStatus | undefined {
    const live = this.keys.get(id);
    return live && this.pools.of(live.kind).stateOf(id);
  }

  /** Notes when a key was used. An earlier time changes nothing. */
  noteUse(id: KeyId, atMs: number): void {
    if (atMs > (this.lastUses.get(id) ?? 0)) this.lastUses.set(id, atMs);
  }

  /** UTC milliseconds; undefined for a key that was never used. */
  lastUsedAtMs(id: KeyId): number | undefined {
    return this.lastUses.get(id);
  }

  private note(live: RosterKey): void {
    this.keys.set(live);
    this.idByHash.set(nameOf(live.kind, live.key.fingerprint), live.key.id);
  }
}

function nameOf(kind: KeyKind, hash: string): string {
  return `${kind} ${hash}`;
}
