import { KEY_KINDS, type KeyKind } from '@gemini-balance/shared';
import type { Hold, KeyId } from '../../core/keypool/hold';
import type { KeyStatus } from '../../core/keypool/key-status';
import type { KeyPools } from './key-pools';
import type { RosterKey } from './roster-key';

/** All live keys, each in its pool. The one door by which keys enter and leave, so that roster and pools never differ. */
export class KeyRoster {
  private readonly byId = new Map<KeyId, RosterKey>();
  private readonly idByHash = new Map<string, KeyId>();
  private newestFirst: readonly KeyId[] | undefined;

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
    const live = this.byId.get(id);
    if (!live) return;
    this.byId.delete(id);
    this.idByHash.delete(nameOf(live.kind, live.key.fingerprint));
    this.newestFirst = undefined;
    this.pools.of(live.kind).remove(id);
  }

  get(id: KeyId): RosterKey | undefined {
    return this.byId.get(id);
  }

  /** The key of that kind whose secret has this hash. */
  find(kind: KeyKind, hash: string): RosterKey | undefined {
    const id = this.idByHash.get(nameOf(kind, hash));
    return id === undefined ? undefined : this.byId.get(id);
  }

  all(): Iterable<RosterKey> {
    return this.byId.values();
  }

  /** The ids of all keys, those that were added last first. */
  idsNewestFirst(): readonly KeyId[] {
    this.newestFirst ??= [...this.byId.keys()].sort((a, b) => b - a);
    return this.newestFirst;
  }

  /** How the key stands in its pool; undefined where it is gone. */
  statusOf(id: KeyId): KeyStatus | undefined {
    const live = this.byId.get(id);
    return live && this.pools.of(live.kind).stateOf(id);
  }

  private note(live: RosterKey): void {
    if (!this.byId.has(live.key.id)) this.newestFirst = undefined;
    this.byId.set(live.key.id, live);
    this.idByHash.set(nameOf(live.kind, live.key.fingerprint), live.key.id);
  }
}

function nameOf(kind: KeyKind, hash: string): string {
  return `${kind} ${hash}`;
}
