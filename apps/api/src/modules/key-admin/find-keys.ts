import { setImmediate } from 'node:timers/promises';
import type { KeyFilterDto, KeyTotalsDto, ListKeysQuery } from '@gemini-balance/shared';
import { InvalidRequestError } from '../../core/gateway-error';
import type { KeyId } from '../../core/keypool/hold';
import type { KeyPools } from '../keys/key-pools';
import type { KeyRoster } from '../keys/key-roster';
import type { RosterKey } from '../keys/roster-key';
import { toMatcher } from './match-key';
import { FirstPlaces, type KeyPlace, sortValueOf } from './sort-keys';

/** Keys looked at before requests get their turn. */
const SLICE = 4_000;

/** Finds keys among those in memory, where their state lives; the database is not asked. */
export class FindKeys {
  constructor(
    private readonly roster: KeyRoster,
    private readonly pools: KeyPools,
  ) {}

  /** The ids of the keys of one page, and what names its end where another one follows. */
  async page(query: ListKeysQuery, limit: number): Promise<{ ids: KeyId[]; nextCursor?: string }> {
    const { sort = 'created', order = 'desc', cursor } = query;
    const valueOf = sortValueOf(sort, this.roster, this.pools);
    const after = cursor === undefined ? undefined : toPlace(cursor);
    const first = new FirstPlaces(limit + 1, order === 'asc' ? 1 : -1, after);
    const matches = toMatcher(query, this.pools);
    await this.#each((live) => {
      if (matches(live)) first.add({ value: valueOf(live), id: live.key.id });
    });
    const places = first.places.slice(0, limit);
    const ids = places.map(({ id }) => id);
    return first.places.length > limit ? { ids, nextCursor: toCursor(places.at(-1)!) } : { ids };
  }

  /** The ids of all keys that match, oldest first. */
  async all(filter: KeyFilterDto): Promise<KeyId[]> {
    const matches = toMatcher(filter, this.pools);
    const ids: KeyId[] = [];
    await this.#each((live) => {
      if (matches(live)) ids.push(live.key.id);
    });
    return ids;
  }

  /** How many keys match in each state, whatever state the filter names. */
  async totals(filter: KeyFilterDto): Promise<KeyTotalsDto> {
    const matches = toMatcher({ ...filter, state: undefined }, this.pools);
    const totals: KeyTotalsDto = { ready: 0, resting: 0, invalid: 0, disabled: 0, total: 0 };
    await this.#each((live) => {
      if (!matches(live)) return;
      const state = this.pools.of(live.kind).view.stateOf(live.key.id);
      if (state !== undefined) totals[state]++;
      totals.total++;
    });
    return totals;
  }

  /** Keys may come and go between the slices; each that stays is looked at once. */
  async #each(look: (live: RosterKey) => void): Promise<void> {
    let lastId = 0;
    for (;;) {
      const slice = this.roster.after(lastId, SLICE);
      for (const live of slice) look(live);
      if (slice.length < SLICE) return;
      lastId = slice.at(-1)!.key.id;
      await setImmediate();
    }
  }
}

function toCursor({ value, id }: KeyPlace): string {
  return `${value}.${id}`;
}

function toPlace(cursor: string): KeyPlace {
  const [, value, id] = /^(\d{1,15})\.(\d{1,15})$/.exec(cursor) ?? [];
  if (id === undefined)
    throw new InvalidRequestError('The cursor is not one that this list gave out.', { field: 'cursor' });
  return { value: Number(value), id: Number(id) };
}
