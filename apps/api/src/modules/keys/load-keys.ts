import { KEY_KINDS, type KeyKind } from '@gemini-balance/shared';
import type { Hold } from '../../core/keypool/hold';
import type { KeyRoster } from './key-roster';
import type { KeyStateRepository } from './key-state.repository';
import type { KeyRepository } from './key.repository';
import type { RosterKey } from './roster-key';

/** Fills the pools with the stored keys and the holds that are in force, at the start. */
export async function loadKeys(
  roster: KeyRoster,
  keys: KeyRepository,
  state: KeyStateRepository,
  nowMs: number,
): Promise<void> {
  const stored: RosterKey[] = [];
  for await (const part of keys.loadAll()) stored.push(...part);
  const holds = new Map<KeyKind, Hold[]>();
  for (const kind of KEY_KINDS) holds.set(kind, await state.loadHolds(kind, nowMs));
  roster.load(stored, (kind) => holds.get(kind) ?? []);
}
