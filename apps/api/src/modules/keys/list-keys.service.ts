import { setImmediate } from 'node:timers/promises';
import type { KeyDto, KeyListDto, ListKeysQuery } from '@gemini-balance/shared';
import { InvalidRequestError } from '../../core/gateway-error';
import type { KeyId } from '../../core/keypool/hold';
import type { KeyPools } from './key-pools';
import type { KeyRoster } from './key-roster';
import type { KeyStateFollower } from './key-state-follower';
import type { KeyRepository } from './key.repository';
import type { RosterKey } from './roster-key';
import { toKeyDto } from './to-key-dto';

const DEFAULT_LIMIT = 50;
/** Keys looked at before requests get their turn. */
const SLICE = 2_000;

/** Lists keys, newest first. State lives in the pools, so they are filtered in memory, and only one page of rows is read. */
export class ListKeysService {
  constructor(
    private readonly roster: KeyRoster,
    private readonly pools: KeyPools,
    private readonly keys: KeyRepository,
    private readonly follower: KeyStateFollower,
  ) {}

  async list(query: ListKeysQuery): Promise<KeyListDto> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const ids = await this.find(query, Math.min(limit + 1, this.mostThatMatch(query)));
    const items = await this.toDtos(ids.slice(0, limit));
    const nextCursor = ids.length > limit ? { nextCursor: String(ids[limit - 1]) } : {};
    return { items, ...nextCursor, totals: this.pools.totals() };
  }

  /** One key; undefined where it is gone. */
  async one(id: KeyId): Promise<KeyDto | undefined> {
    return (await this.toDtos([id]))[0];
  }

  /** Spares the search for keys in a state that no more keys are in. */
  private mostThatMatch({ kind, state }: ListKeysQuery): number {
    const totals = kind === undefined ? this.pools.totals() : this.pools.of(kind).totals();
    return totals[state ?? 'total'];
  }

  private async find(query: ListKeysQuery, atMost: number): Promise<KeyId[]> {
    const before = toId(query.cursor);
    const search = query.search?.trim() ?? '';
    const withText = search === '' ? undefined : new Set(await this.keys.idsWithText(search));
    const matches = (id: KeyId, live: RosterKey): boolean =>
      (query.kind === undefined || live.kind === query.kind) &&
      (withText === undefined || withText.has(id) || isEndOf(search, live)) &&
      (query.state === undefined || this.roster.statusOf(id)?.state === query.state);

    const found: KeyId[] = [];
    const ids = this.roster.idsNewestFirst();
    for (let index = firstBelow(ids, before); index < ids.length && found.length < atMost; index++) {
      const id = ids[index]!;
      const live = this.roster.get(id);
      if (live && matches(id, live)) found.push(id);
      if (index % SLICE === SLICE - 1) await setImmediate();
    }
    return found;
  }

  private async toDtos(ids: readonly KeyId[]): Promise<KeyDto[]> {
    if (ids.length === 0) return [];
    const rows = new Map((await this.keys.rowsOf(ids)).map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const live = this.roster.get(id);
      const row = rows.get(id);
      const status = this.roster.statusOf(id);
      return live && row && status ? [toKeyDto(live, row, status, this.follower.unstored(id))] : [];
    });
  }
}

/** Whether the text is a whole key or either end of it. */
function isEndOf(text: string, { key }: RosterKey): boolean {
  const secret = key.secret.reveal();
  return secret.startsWith(text) || secret.endsWith(text);
}

/** Where ids below `before` begin, in a list that falls. */
function firstBelow(ids: readonly KeyId[], before: KeyId): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ids[middle]! < before) high = middle;
    else low = middle + 1;
  }
  return low;
}

function toId(cursor: string | undefined): KeyId {
  if (cursor === undefined) return Infinity;
  if (!/^\d{1,15}$/.test(cursor))
    throw new InvalidRequestError('The cursor is not one that this list gave out.', { field: 'cursor' });
  return Number(cursor);
}
