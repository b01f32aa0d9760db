import type { UpdateKeyDto } from '@gemini-balance/shared';
import { Brackets, type DataSource, type EntityManager, In, IsNull } from 'typeorm';
import type { KeyId } from '../../core/keypool/hold';
import { Secret } from '../../core/secret';
import type { SecretBox } from '../../database/secret-box';
import type { WriteGate } from '../../database/write-gate';
import { ApiKeyEntity } from './api-key.entity';
import { inChunks } from '../../core/in-chunks';
import { HoldEntity } from './hold.entity';
import type { RosterKey } from './roster-key';

const LOADED_AT_ONCE = 5_000;
const CHANGED_AT_ONCE = 500;

/** Columns of a row as the drivers hand it out, without the cost of an entity. */
type LoadedRow = Pick<ApiKeyEntity, 'id' | 'kind' | 'hash' | 'project' | 'weight' | 'failures' | 'source'> & {
  sealedSecret: string;
  isEnabled: 0 | 1;
};

/** Reads and changes stored keys; AddKeys makes them. */
export class KeyRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly gate: WriteGate,
    private readonly box: SecretBox,
  ) {}

  /** Every live key, oldest first. */
  async *loadAll(): AsyncGenerator<RosterKey[]> {
    for (let lastId = 0; ;) {
      const rows: LoadedRow[] = await this.dataSource.query(
        `SELECT id, kind, hash, sealedSecret, project, weight, isEnabled, failures, source FROM api_keys
         WHERE id > ? AND deletedAtMs IS NULL ORDER BY id LIMIT ${LOADED_AT_ONCE}`,
        [lastId],
      );
      yield rows.map((row) => this.toRosterKey(row));
      const last = rows.at(-1);
      if (!last) return;
      lastId = last.id;
    }
  }

  /** The rows of these ids that are live, in no order. */
  rowsOf(ids: readonly KeyId[]): Promise<ApiKeyEntity[]> {
    return this.dataSource.getRepository(ApiKeyEntity).findBy({ id: In(ids), deletedAtMs: IsNull() });
  }

  /** The ids of live keys whose note, group or project has this text in it, in any case. */
  async idsWithText(text: string): Promise<KeyId[]> {
    const pattern = `%${text.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
    const matches = ['note', 'groupName', 'project'].map(
      (column) => `LOWER(${column}) LIKE :pattern ESCAPE '!'`,
    );
    const rows = await this.dataSource
      .createQueryBuilder()
      .select('id', 'id')
      .from(ApiKeyEntity, 'api_keys')
      .where('deletedAtMs IS NULL')
      .andWhere(new Brackets((where) => where.where(matches.join(' OR '), { pattern })))
      .getRawMany<{ id: KeyId }>();
    return rows.map((row) => row.id);
  }

  /** Stores the fields that are present; an empty text clears. */
  async update(id: KeyId, fields: UpdateKeyDto): Promise<void> {
    const { group, ...rest } = fields;
    const columns = group === undefined ? rest : { ...rest, groupName: group };
    const values = Object.fromEntries(
      Object.entries(columns).map(([name, value]) => [name, value === '' ? null : value]),
    );
    if (Object.keys(values).length > 0)
      await this.gate.run((manager) => manager.update(ApiKeyEntity, { id }, values));
  }

  async setEnabled(ids: readonly KeyId[], isEnabled: boolean): Promise<void> {
    for (const chunk of inChunks(ids, CHANGED_AT_ONCE)) {
      await this.gate.run((manager) => manager.update(ApiKeyEntity, { id: In(chunk) }, { isEnabled }));
    }
  }

  /** Removes keys with their holds; of those that the environment holds, a tombstone without secret stays. */
  async delete(ids: readonly KeyId[], nowMs: number): Promise<void> {
    for (const chunk of inChunks(ids, CHANGED_AT_ONCE))
      await this.gate.run((manager) => deleteChunk(manager, chunk, nowMs));
  }

  private toRosterKey(row: LoadedRow): RosterKey {
    return {
      kind: row.kind,
      source: row.source,
      key: {
        id: row.id,
        secret: new Secret(this.box.decrypt(row.sealedSecret)),
        fingerprint: row.hash,
        ...(row.project === null ? {} : { project: row.project }),
        weight: row.weight,
        isEnabled: row.isEnabled === 1,
        failures: row.failures,
      },
    };
  }
}

async function deleteChunk(manager: EntityManager, ids: KeyId[], nowMs: number): Promise<void> {
  await manager.delete(HoldEntity, { subjectKind: 'key', subjectId: In(ids.map(String)) });
  await manager.delete(ApiKeyEntity, { id: In(ids), source: 'admin' });
  const cleared = { sealedSecret: null, note: null, groupName: null, project: null, lastError: null };
  await manager.update(ApiKeyEntity, { id: In(ids), source: 'env' }, { ...cleared, deletedAtMs: nowMs });
}
