import { setImmediate } from 'node:timers/promises';
import type { KeyRoster } from '../keys/key-roster';
import type { RosterKey } from '../keys/roster-key';

/** All keys, oldest first, at most so many at a time, with a pause for others between. */
export async function* rosterSlices(
  roster: Pick<KeyRoster, 'after'>,
  atMost: number,
): AsyncGenerator<readonly RosterKey[]> {
  for (let lastId = 0; ;) {
    const slice = roster.after(lastId, atMost);
    if (slice.length > 0) yield slice;
    if (slice.length < atMost) return;
    lastId = slice.at(-1)!.key.id;
    await setImmediate();
  }
}
