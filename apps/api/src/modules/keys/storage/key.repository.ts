import type { UpdateKeyDto } from '@gemini-balance/shared';
import { type DataSource, type EntityManager, In, IsNull } from 'typeorm';
import { inChunks } from '../../../core/in-chunks';
import type { KeyId } from '../../../core/keypool/hold';
import { Secret } from '../../../core/secret';
import type { SecretBox } from '../../../database/secrets/secret-box';
import { noteRemovals } from '../following/key-removals';
import type { KeyWrites, Revisions } from '../following/key-writes';
import type { RosterKey } from '../roster-key';
import { ApiKeyEntity } from './api-key.entity';
import { HoldEntity } from './hold.entity';

const LOADED_AT_ONCE = 5_000;
const CHANGED_AT_ONCE = 500;

/** Columns of a row as the drivers hand it out, without the cost of an entity. */
type LoadedRow = Pick<
  ApiKeyEntity,
  'id' | 'kind' | 'hash' | 'project' | 'groupName' | 'note' | 'weight' | 'failures' | 'source'
> & {
  sealedSecret: string;
  isEnabled: 0 | 1;
  createdAtMs: number | string;
  lastUsedAtMs: number | string | null;
};

const LOADED_COLUMNS =
  'id, kind, hash, sealedSecret, project, groupName, note, weight, isEnabled, failures, source, createdAtMs, lastUsedAtMs';

/** A key as it is stored, and when it was last used. */
export interface StoredKey {
  readonly live: RosterKey;
  readonly lastUsedAtMs: number | undefined;
}

/** Reads and changes stored keys; AddKeys makes them. */
export class KeyRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly writes: KeyWrites,
    private readonly box: SecretBox,
  ) {}

  /** Every live key, oldest first. */
  async *loadAll(): AsyncGenerator<StoredKey[]> {
    for (let lastId = 0; ;) {
      const rows: LoadedRow[] = await this.dataSource.query(
        `SELECT ${LOADED_COLUMNS} FROM api_keys
         WHERE id > ? AND deletedAtMs IS NULL ORDER BY id LIMIT ${LOADED_AT_ONCE}`,
        [lastId],
      );
      yield rows.map((row) => this.toStoredKey(row));
      const last = rows.at(-1);
      if (!last) return;
      lastId = last.id;
    }
  }

  /** The rows of these ids that are live, in no order. */
  rowsOf(ids: readonly KeyId[]): Promise<ApiKeyEntity[]> {
    return this.dataSource.getRepository(ApiKeyEntity).findBy({ id: In([...ids]), deletedAtMs: IsNull() });
  }

  /** Live keys that were last changed in these revisions, by id, a part at a time. */
  async *changedIn({ first, last }: Revisions): AsyncGenerator<StoredKey[]> {
    for (let lastId = 0; ;) {
      const rows: LoadedRow[] = await this.dataSource.query(
        `SELECT ${LOADED_COLUMNS} FROM api_keys
         WHERE revision >= ? AND revision <= ? AND id > ? AND deletedAtMs IS NULL ORDER BY id LIMIT ${CHANGED_AT_ONCE}`,
        [first, last, lastId],
      );
      if (rows.length > 0) yield rows.map((row) => this.toStoredKey(row));
      if (rows.length < CHANGED_AT_ONCE) return;
      lastId = rows.at(-1)!.id;
    }
  }

  /** The ids of all live keys. */
  async ids(): Promise<Set<KeyId>> {
    const rows: { id: KeyId }[] = await this.dataSource.query(
      'SELECT id FROM api_keys WHERE deletedAtMs IS NULL',
    );
    return new Set(rows.map((row) => row.id));
  }

  /** Stores the fields that are present; an empty text clears. */
  async update(ids: readonly KeyId[], { group, ...rest }: UpdateKeyDto): Promise<void> {
    const columns = group === undefined ? rest : { ...rest, groupName: group };
    const values = Object.fromEntries(
      Object.entries(columns).map(([name, value]) => [name, value === '' ? null : value]),
    );
    if (Object.keys(values).length === 0) return;
    for (const chunk of inChunks(ids, CHANGED_AT_ONCE))
      await this.writes.run((manager, revision) =>
        manager.update(ApiKeyEntity, { id: In(chunk) }, { ...values, revision }),
      );
  }

  /** Removes keys with their holds; of those that the environment holds, a tombstone without secret stays. */
  async delete(ids: readonly KeyId[], nowMs: number): Promise<void> {
    for (const chunk of inChunks(ids, CHANGED_AT_ONCE))
      await this.writes.run(async (manager, revision) => {
        await deleteChunk(manager, chunk, nowMs);
        const removals = chunk.map((id) => ({ what: 'key', id }) as const);
        await noteRemovals(manager, revision, removals, nowMs);
      });
  }

  private toStoredKey(row: LoadedRow): StoredKey {
    const live = {
      kind: row.kind,
      source: row.source,
      note: row.note ?? undefined,
      createdAtMs: Number(row.createdAtMs),
      key: {
        id: row.id,
        secret: new Secret(this.box.decrypt(row.sealedSecret)),
        fingerprint: row.hash,
        project: row.project ?? undefined,
        group: row.groupName ?? undefined,
        weight: row.weight,
        isEnabled: row.isEnabled === 1,
        failures: row.failures,
      },
    };
    return { live, lastUsedAtMs: row.lastUsedAtMs === null ? undefined : Number(row.lastUsedAtMs) };
  }
}

async function deleteChunk(manager: EntityManager, ids: KeyId[], nowMs: number): Promise<void> {
  await manager.delete(HoldEntity, { subjectKind: 'key', subjectId: In(ids.map(String)) });
  await manager.delete(ApiKeyEntity, { id: In(ids), source: 'admin' });
  const cleared = { sealedSecret: null, note: null, groupName: null, project: null, lastError: null };
  await manager.update(ApiKeyEntity, { id: In(ids), source: 'env' }, { ...cleared, deletedAtMs: nowMs });
}
