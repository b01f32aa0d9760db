import { setImmediate } from 'node:timers/promises';
import type { KeyFilterDto, KeyTotalsDto, ListKeysQuery } from '@gemini-balance/shared';
import type { KeyId } from '../../../core/keypool/hold';
import type { EgressDispatchers } from '../../../core/upstream/egress/egress-dispatchers';
import { toAfterPlace, toPlaceCursor } from '../../../database/cursors/place-cursor';
import type { KeyPools } from '../../keys/key-pools';
import type { KeyRoster } from '../../keys/key-roster';
import type { RosterKey } from '../../keys/roster-key';
import { isEmptyFilter, toMatcher, toStates } from './match-key';
import { FirstPlaces, sortValueOf } from './sort-keys';

/** Keys looked at before requests get their turn. */
const SLICE = 4_000;

/** One page of a list of keys. */
export interface KeyPage {
  readonly ids: readonly KeyId[];
  /** Names its end where another page follows. */
  readonly nextCursor?: string;
  /** On the first page: how many keys match in each state, whatever state the filter names. */
  readonly matching?: KeyTotalsDto;
}

/** Finds keys among those in memory, where their state lives; the database is not asked. */
export class FindKeys {
  constructor(
    private readonly roster: KeyRoster,
    private readonly pools: KeyPools,
    private readonly egress: Pick<EgressDispatchers, 'homeOf'>,
  ) {}

  async page(query: ListKeysQuery, limit: number): Promise<KeyPage> {
    const { sort = 'created', order = 'desc', cursor } = query;
    const after = toAfterPlace(cursor);
    const isCounted = after === undefined && !isEmptyFilter(query);
    const first = new FirstPlaces(limit + 1, order === 'asc' ? 1 : -1, after);
    const matching = isCounted || sort !== 'created' ? await this.#findAll(query, first) : undefined;
    if (matching === undefined) await this.#findNext(query, first, after?.id, limit + 1);

    const ids = first.places.slice(0, limit).map(({ id }) => id);
    return {
      ids,
      ...(first.places.length > limit && { nextCursor: toPlaceCursor(first.places[limit - 1]!) }),
      ...(after === undefined && { matching: matching ?? this.pools.totals() }),
    };
  }

  /** The ids of all keys that match, oldest first. */
  async all(filter: KeyFilterDto): Promise<KeyId[]> {
    const matches = toMatcher(filter, this.pools, this.egress);
    const ids: KeyId[] = [];
    await this.#each((live) => {
      if (matches(live)) ids.push(live.key.id);
    });
    return ids;
  }

  /** Looks at every key: for a list that is sorted, and to count how many match. */
  async #findAll(query: ListKeysQuery, first: FirstPlaces): Promise<KeyTotalsDto> {
    const { sort = 'created', state: wanted } = query;
    const valueOf = sortValueOf(sort, this.roster, this.pools);
    const matches = toMatcher({ ...query, state: undefined }, this.pools, this.egress);
    const stateOf = toStates(this.pools);
    const totals: KeyTotalsDto = { ready: 0, resting: 0, invalid: 0, disabled: 0, total: 0 };
    await this.#each((live) => {
      if (!matches(live)) return;
      const state = stateOf(live);
      if (state === undefined) return;
      totals[state]++;
      totals.total++;
      if (wanted === undefined || wanted === state) first.add({ value: valueOf(live), id: live.key.id });
    });
    return totals;
  }

  /** Looks at keys in the order of their ids until a page is full. */
  async #findNext(
    query: ListKeysQuery,
    first: FirstPlaces,
    afterId: KeyId | undefined,
    atMost: number,
  ): Promise<void> {
    const matches = toMatcher(query, this.pools, this.egress);
    const isRising = query.order === 'asc';
    for (let at = afterId ?? (isRising ? 0 : Infinity); ;) {
      const slice = isRising ? this.roster.after(at, SLICE) : this.roster.before(at, SLICE);
      for (const live of slice) {
        if (matches(live)) first.add({ value: live.key.id, id: live.key.id });
        if (first.places.length === atMost) return;
      }
      if (slice.length < SLICE) return;
      at = slice.at(-1)!.key.id;
      await setImmediate();
    }
  }

  /** Keys may come and go between the slices; each that stays is looked at once. */
  async #each(look: (live: RosterKey) => void): Promise<void> {
    for (let lastId = 0; ;) {
      const slice = this.roster.after(lastId, SLICE);
      for (const live of slice) look(live);
      if (slice.length < SLICE) return;
      lastId = slice.at(-1)!.key.id;
      await setImmediate();
    }
  }
}
