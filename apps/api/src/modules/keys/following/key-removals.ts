import type { KeyKind } from '@gemini-balance/shared';
import type { DataSource, EntityManager } from 'typeorm';
import type { Scope } from '../../../core/gemini/upstream-call';
import type { HoldSubject, KeyId } from '../../../core/keypool/hold';
import type { Revisions } from './key-writes';

/** Something that has no row any more that could tell of it: a deleted key, lifted holds, or a change of the groups. */
export type KeyRemoval =
  | { readonly what: 'key'; readonly id: KeyId }
  | {
      readonly what: 'hold';
      readonly pool: KeyKind;
      readonly subject: HoldSubject;
      readonly scope: Scope | undefined;
    }
  | { readonly what: 'groups' };

/** Processes that were cut off for longer compare all keys. */
export const REMOVALS_KEPT_MS = 3_600_000;
const INSERTED_AT_ONCE = 100;
const LONGEST_NAME = 200;

interface RemovalRow {
  what: KeyRemoval['what'];
  pool: KeyKind;
  subjectKind: HoldSubject['kind'];
  subjectId: string;
  scope: string | null;
}

/** Notes removals for other processes, as a part of the revision that removes. */
export async function noteRemovals(
  manager: EntityManager,
  revision: number,
  removals: readonly KeyRemoval[],
  nowMs: number,
): Promise<void> {
  for (let start = 0; start < removals.length; start += INSERTED_AT_ONCE) {
    const rows = removals
      .slice(start, start + INSERTED_AT_ONCE)
      .map(toRow)
      .filter(fits);
    if (rows.length === 0) continue;
    const places = rows.map(() => '(?, ?, ?, ?, ?, ?, ?)').join(', ');
    await manager.query(
      `INSERT INTO key_removals (revision, what, pool, subjectKind, subjectId, scope, removedAtMs) VALUES ${places}`,
      rows.flatMap((row) => [revision, row.what, row.pool, row.subjectKind, row.subjectId, row.scope, nowMs]),
    );
  }
  if (removals.length > 0)
    await manager.query('DELETE FROM key_removals WHERE removedAtMs < ?', [nowMs - REMOVALS_KEPT_MS]);
}

/** What was removed in these revisions, oldest first. */
export async function readRemovals(
  dataSource: DataSource,
  { first, last }: Revisions,
): Promise<KeyRemoval[]> {
  const rows: RemovalRow[] = await dataSource.query(
    `SELECT what, pool, subjectKind, subjectId, scope FROM key_removals
     WHERE revision >= ? AND revision <= ? ORDER BY revision, id`,
    [first, last],
  );
  return rows.map(fromRow);
}

/** A hold whose names are too long for their columns was never stored. */
function fits({ subjectId, scope }: RemovalRow): boolean {
  return subjectId.length <= LONGEST_NAME && (scope ?? '').length <= LONGEST_NAME;
}

function toRow(removal: KeyRemoval): RemovalRow {
  const row: RemovalRow = {
    what: removal.what,
    pool: 'gemini',
    subjectKind: 'key',
    subjectId: '',
    scope: null,
  };
  if (removal.what === 'key') return { ...row, subjectId: String(removal.id) };
  if (removal.what === 'groups') return row;
  const { pool, subject, scope } = removal;
  return { ...row, pool, subjectKind: subject.kind, subjectId: String(subject.id), scope: scope ?? null };
}

function fromRow({ what, pool, subjectKind, subjectId, scope }: RemovalRow): KeyRemoval {
  if (what === 'groups') return { what };
  if (what === 'key') return { what, id: Number(subjectId) };
  const subject: HoldSubject =
    subjectKind === 'key' ? { kind: 'key', id: Number(subjectId) } : { kind: subjectKind, id: subjectId };
  return { what, pool, subject, scope: scope ?? undefined };
}
