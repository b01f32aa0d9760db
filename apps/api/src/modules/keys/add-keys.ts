import type { KeyKind } from '@gemini-balance/shared';
import { type EntityManager, In } from 'typeorm';
import type { Clock } from '../../core/clock';
import { inChunks } from '../../core/in-chunks';
import { Secret } from '../../core/secret';
import { sha256 } from '../../core/sha256';
import type { SecretBox } from '../../database/secrets/secret-box';
import type { KeyWrites } from './following/key-writes';
import type { RosterKey } from './roster-key';
import { ApiKeyEntity } from './storage/api-key.entity';

/** What became of secrets that were to be added. */
export interface AddedKeys {
  /** New keys, and deleted ones that an administrator brings back. */
  readonly added: readonly RosterKey[];
  /** Known keys that the environment now vouches for too. */
  readonly adopted: readonly RosterKey['key']['id'][];
  /** How many stay away because they were deleted in the dashboard. */
  readonly buried: number;
  /** How many were not added, for whatever reason. */
  readonly known: number;
}

/** What an administrator says of keys when they are added. */
export interface NewKeyFields {
  readonly note?: string;
  readonly group?: string;
  readonly project?: string;
  readonly weight?: number;
  readonly isEnabled?: boolean;
}

interface AddedFields extends NewKeyFields {
  readonly kind: KeyKind;
  readonly source: RosterKey['source'];
  readonly revision: number;
  readonly weight: number;
  readonly isEnabled: boolean;
}

/** No secret longer than this is stored. */
export const MAX_SECRET_LENGTH = 500;

const NEW = { weight: 1, isEnabled: true };
const ADDED_AT_ONCE = 200;

/** Stores keys of one kind, a few hundred in a transaction. */
export class AddKeys {
  constructor(
    private readonly writes: KeyWrites,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds secrets that differ from each other; yields after each transaction what it did. Those known already stay as they are.
   * @param source `env` respects tombstones, `admin` brings deleted keys back.
   */
  async *add(
    kind: KeyKind,
    secrets: readonly string[],
    source: RosterKey['source'],
    fields: NewKeyFields = {},
  ): AsyncGenerator<AddedKeys> {
    for (const chunk of inChunks(secrets, ADDED_AT_ONCE)) {
      yield await this.writes.run((manager, revision) =>
        this.addChunk(manager, { kind, source, ...NEW, ...fields, revision }, chunk),
      );
    }
  }

  private async addChunk(manager: EntityManager, fields: AddedFields, secrets: string[]): Promise<AddedKeys> {
    const { kind, source, revision } = fields;
    const bySecret = new Map(secrets.map((secret) => [sha256(secret), secret]));
    const stored = await manager.find(ApiKeyEntity, { where: { kind, hash: In([...bySecret.keys()]) } });
    const buriedRows = stored.filter((row) => row.deletedAtMs !== null);
    const adopted =
      source === 'env'
        ? stored.filter((row) => row.deletedAtMs === null && row.source === 'admin').map((row) => row.id)
        : [];
    if (adopted.length > 0) await manager.update(ApiKeyEntity, { id: In(adopted) }, { source, revision });

    const returning = source === 'admin' ? buriedRows : [];
    if (returning.length > 0) await manager.delete(ApiKeyEntity, { id: In(returning.map((row) => row.id)) });
    const known = new Set(stored.filter((row) => !returning.includes(row)).map((row) => row.hash));
    const fresh = [...bySecret].filter(([hash]) => !known.has(hash));
    const added = await this.insert(manager, fields, fresh);
    const buried = buriedRows.length - returning.length;
    return { added, adopted, buried, known: secrets.length - added.length };
  }

  private async insert(
    manager: EntityManager,
    fields: AddedFields,
    fresh: [hash: string, secret: string][],
  ): Promise<RosterKey[]> {
    if (fresh.length === 0) return [];
    const { kind, source, group, note, project, weight, isEnabled } = fields;
    const createdAtMs = this.clock.nowMs();
    const { group: groupName, ...columns } = fields;
    const start = { ...columns, groupName, createdAtMs, failures: 0 };
    const rows = fresh.map(([hash, secret]) => ({ ...start, hash, sealedSecret: this.box.encrypt(secret) }));
    await manager.createQueryBuilder().insert().into(ApiKeyEntity).values(rows).updateEntity(false).execute();
    const ids = await manager.find(ApiKeyEntity, {
      select: { id: true, hash: true },
      where: { kind, hash: In(fresh.map(([hash]) => hash)) },
    });
    const idByHash = new Map(ids.map((row) => [row.hash, row.id]));
    return fresh.map(([hash, secret]) => ({
      kind,
      source,
      note,
      createdAtMs,
      key: {
        id: idByHash.get(hash)!,
        secret: new Secret(secret),
        fingerprint: hash,
        project,
        group,
        weight,
        isEnabled,
        failures: 0,
      },
    }));
  }
}
