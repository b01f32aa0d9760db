import { KEY_KINDS, type KeyKind } from '@gemini-balance/shared';
import type { Hold } from '../../core/keypool/hold';
import type { KeyGroups } from './key-groups';
import type { KeyPools } from './key-pools';
import type { KeyRoster } from './key-roster';
import type { KeyStateRepository } from './storage/key-state.repository';
import type { KeyRepository } from './storage/key.repository';
import type { RosterKey } from './roster-key';

/** Where stored keys come from and go to. */
export interface KeyParts {
  readonly roster: KeyRoster;
  readonly pools: KeyPools;
  readonly keys: KeyRepository;
  readonly state: KeyStateRepository;
  readonly groups: KeyGroups;
}

/** Fills the pools with the stored keys, the limits of their groups and the holds that are in force, at the start. */
export async function loadKeys(
  { roster, pools, keys, state, groups }: KeyParts,
  nowMs: number,
): Promise<void> {
  pools.limitGroups(await groups.limits());
  const stored: RosterKey[] = [];
  for await (const part of keys.loadAll())
    for (const { live, lastUsedAtMs } of part) {
      stored.push(live);
      roster.noteUse(live.key.id, lastUsedAtMs ?? 0);
    }
  const holds = new Map<KeyKind, Hold[]>();
  for (const kind of KEY_KINDS) holds.set(kind, await state.loadHolds(kind, nowMs));
  roster.load(stored, (kind) => holds.get(kind) ?? []);
}
