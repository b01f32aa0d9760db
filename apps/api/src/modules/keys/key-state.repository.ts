import type { KeyKind } from '@gemini-balance/shared';
import { type DataSource, type EntityManager, LessThanOrEqual } from 'typeorm';
import type { Hold, HoldSubject, KeyId } from '../../core/keypool/hold';
import type { WriteGate } from '../../database/write-gate';
import { HoldEntity } from './hold.entity';
import type { SubjectChanges } from './hold-changes';
import { inChunks } from '../../core/in-chunks';
import type { LearntFields } from './key-field-changes';
import type { KeyStateStore } from './key-state-follower';

const CHANGED_AT_ONCE = 100;
const LONGEST_NAME = 200;
const LONGEST_ERROR = 500;

/** Stores holds and what the gateway learns about keys. Storing the same changes twice does no harm. */
export class KeyStateRepository implements KeyStateStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly gate: WriteGate,
  ) {}

  /** The holds of a pool that are in force, by subject; removes those that are over. */
  async loadHolds(pool: KeyKind, nowMs: number): Promise<Hold[]> {
    await this.gate.run((manager) => manager.delete(HoldEntity, { pool, untilMs: LessThanOrEqual(nowMs) }));
    const rows: HoldEntity[] = await this.dataSource.query('SELECT * FROM holds WHERE pool = ? ORDER BY id', [
      pool,
    ]);
    return rows.map(toHold);
  }

  async storeHolds(changes: readonly SubjectChanges[]): Promise<void> {
    for (const chunk of inChunks(changes, CHANGED_AT_ONCE))
      await this.gate.run((manager) => storeHoldChunk(manager, chunk));
  }

  async storeFields(changes: ReadonlyMap<KeyId, LearntFields>): Promise<void> {
    for (const chunk of inChunks([...changes], CHANGED_AT_ONCE)) {
      await this.gate.run(async (manager) => {
        for (const name of ['failures', 'project', 'lastError', 'lastUsedAtMs'] as const)
          await storeField(manager, name, chunk);
      });
    }
  }
}

async function storeHoldChunk(manager: EntityManager, changes: SubjectChanges[]): Promise<void> {
  const upserts: Omit<HoldEntity, 'id'>[] = [];
  for (const { pool, subject, isReleased, scopes } of changes) {
    const ofSubject = { pool, subjectKind: subject.kind, subjectId: String(subject.id) };
    if (isReleased) await manager.delete(HoldEntity, ofSubject);
    for (const [scope, hold] of scopes) {
      if (hold && isStorable(hold)) upserts.push(toRow(pool, hold));
      else if (!hold && !isReleased) await manager.delete(HoldEntity, { ...ofSubject, scope });
    }
  }
  if (upserts.length > 0)
    await manager.upsert(HoldEntity, upserts, ['pool', 'subjectKind', 'subjectId', 'scope']);
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

function toRow(pool: KeyKind, hold: Hold): Omit<HoldEntity, 'id'> {
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
