import type { KeyKind } from '@gemini-balance/shared';
import { type DataSource, type EntityManager, In, LessThanOrEqual } from 'typeorm';
import type { Clock } from '../../../core/clock';
import { inChunks } from '../../../core/in-chunks';
import type { Hold, HoldSubject, KeyId } from '../../../core/keypool/hold';
import type { WriteGate } from '../../../database/writing/write-gate';
import { type KeyRemoval, noteRemovals } from '../following/key-removals';
import type { KeyWrites, Revisions } from '../following/key-writes';
import type { SubjectChanges } from '../state/hold-changes';
import type { LearntFields } from '../state/key-field-changes';
import type { KeyStateStore } from '../state/key-state-follower';
import { ApiKeyEntity } from './api-key.entity';
import { HoldEntity } from './hold.entity';

/** What other processes have to know at once. */
const FOLLOWED = ['failures', 'project'] as const;
const CHANGED_AT_ONCE = 100;
const LONGEST_NAME = 200;
const LONGEST_ERROR = 500;

/** Stores holds and what the gateway learns about keys. Storing the same changes twice does no harm. */
export class KeyStateRepository implements KeyStateStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly gate: WriteGate,
    private readonly writes: KeyWrites,
    private readonly clock: Pick<Clock, 'nowMs'>,
  ) {}

  /** The holds of a pool that are in force, by subject; removes those that are over. */
  async loadHolds(pool: KeyKind, nowMs: number): Promise<Hold[]> {
    await this.gate.run((manager) => manager.delete(HoldEntity, { pool, untilMs: LessThanOrEqual(nowMs) }));
    const rows: HoldEntity[] = await this.dataSource.query('SELECT * FROM holds WHERE pool = ? ORDER BY id', [
      pool,
    ]);
    return rows.map(toHold);
  }

  /** Holds that were last changed in these revisions, in the pool of each. */
  async heldIn({ first, last }: Revisions): Promise<{ pool: KeyKind; hold: Hold }[]> {
    const rows: HoldEntity[] = await this.dataSource.query(
      'SELECT * FROM holds WHERE revision >= ? AND revision <= ? ORDER BY revision, id',
      [first, last],
    );
    return rows.map((row) => ({ pool: row.pool, hold: toHold(row) }));
  }

  async storeHolds(changes: readonly SubjectChanges[]): Promise<void> {
    for (const chunk of inChunks(changes, CHANGED_AT_ONCE))
      await this.writes.run(async (manager, revision) => {
        const lifted = await storeHoldChunk(manager, chunk, revision);
        await noteRemovals(manager, revision, lifted, this.clock.nowMs());
      });
  }

  async storeFields(changes: ReadonlyMap<KeyId, LearntFields>): Promise<void> {
    for (const chunk of inChunks([...changes], CHANGED_AT_ONCE)) {
      const followed = chunk.filter(([, fields]) => FOLLOWED.some((name) => fields[name] !== undefined));
      const store = async (manager: EntityManager): Promise<void> => {
        for (const name of [...FOLLOWED, 'lastError', 'lastUsedAtMs'] as const)
          await storeField(manager, name, chunk);
      };
      if (followed.length === 0) await this.gate.run(store);
      else
        await this.writes.run(async (manager, revision) => {
          await store(manager);
          await manager.update(ApiKeyEntity, { id: In(followed.map(([id]) => id)) }, { revision });
        });
    }
  }
}

/** Returns what was lifted. */
async function storeHoldChunk(
  manager: EntityManager,
  changes: SubjectChanges[],
  revision: number,
): Promise<KeyRemoval[]> {
  const upserts: Omit<HoldEntity, 'id'>[] = [];
  const lifted: KeyRemoval[] = [];
  for (const { pool, subject, isReleased, scopes } of changes) {
    const ofSubject = { pool, subjectKind: subject.kind, subjectId: String(subject.id) };
    if (isReleased) {
      await manager.delete(HoldEntity, ofSubject);
      lifted.push({ what: 'hold', pool, subject, scope: undefined });
    }
    for (const [scope, hold] of scopes) {
      if (hold && isStorable(hold)) upserts.push({ ...toRow(pool, hold), revision });
      else if (!hold && !isReleased) {
        await manager.delete(HoldEntity, { ...ofSubject, scope });
        lifted.push({ what: 'hold', pool, subject, scope });
      }
    }
  }
  if (upserts.length > 0)
    await manager.upsert(HoldEntity, upserts, ['pool', 'subjectKind', 'subjectId', 'scope']);
  return lifted;
}

/** A name too long for its column would be refused for ever, and hold up all that comes after it. */
function isStorable({ subject, scope }: Hold): boolean {
  return scope.length <= LONGEST_NAME && String(subject.id).length <= LONGEST_NAME;
}

/** One statement for many keys. */
async function storeField(
  manager: EntityManager,
  name: keyof LearntFields,
  chunk: readonly [KeyId, LearntFields][],
): Promise<void> {
  const changes = chunk.flatMap(([id, fields]) =>
    fields[name] === undefined ? [] : [[id, toColumn(fields[name])] as const],
  );
  if (changes.length === 0) return;
  const cases = changes.map(() => 'WHEN ? THEN ?').join(' ');
  const places = changes.map(() => '?').join(', ');
  await manager.query(
    `UPDATE api_keys SET ${name} = CASE id ${cases} ELSE ${name} END WHERE id IN (${places})`,
    [...changes.flat(), ...changes.map(([id]) => id)],
  );
}

function toColumn(value: string | number): string | number {
  return typeof value === 'string' ? value.slice(0, LONGEST_ERROR) : value;
}

function toRow(pool: KeyKind, hold: Hold): Omit<HoldEntity, 'id' | 'revision'> {
  const { subject, scope, sinceMs, untilMs, reason, strikes } = hold;
  return {
    pool,
    subjectKind: subject.kind,
    subjectId: String(subject.id),
    scope,
    sinceMs,
    untilMs: untilMs === Infinity ? null : untilMs,
    reason,
    strikes,
  };
}

function toHold(row: HoldEntity): Hold {
  const { scope, reason, strikes } = row;
  const subject: HoldSubject =
    row.subjectKind === 'key'
      ? { kind: 'key', id: Number(row.subjectId) }
      : { kind: row.subjectKind, id: row.subjectId };
  return {
    subject,
    scope,
    sinceMs: Number(row.sinceMs),
    untilMs: row.untilMs === null ? Infinity : Number(row.untilMs),
    reason,
    strikes,
  };
}
