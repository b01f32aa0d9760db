import { type DataSource, In, LessThan } from 'typeorm';
import { collectionOf } from '../../core/gemini/resources/resource-name';
import type { WriteGate } from '../../database/writing/write-gate';
import {
  hashOf,
  type NewResource,
  storedColumns,
  type StoredResource,
  toStoredResource,
} from './stored-resource';
import { StoredResourceEntity } from './stored-resource.entity';

/** Which resources a list is of. */
export interface ResourceListing {
  readonly collection: string;
  /** Undefined for those of all tokens. */
  readonly tokenId: number | undefined;
  /** Only resources older than that one; undefined for the newest. */
  readonly beforeId: number | undefined;
  readonly limit: number;
  readonly nowMs: number;
}

/** Stores which key holds what. */
export class ResourceRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly gate: WriteGate,
  ) {}

  /** Those of the names that are known, in no order. */
  async find(names: readonly string[]): Promise<Map<string, StoredResource>> {
    const byHash = new Map(names.map((name) => [hashOf(name), name]));
    const rows = await this.dataSource
      .getRepository(StoredResourceEntity)
      .findBy({ hash: In([...byHash.keys()]) });
    return new Map(rows.map((row) => [byHash.get(row.hash)!, toStoredResource(row)]));
  }

  /**
   * Adds what is new and renews what the same token owns, or what has expired. What another token owns stays as it is:
   * those names are returned.
   */
  async put(resources: readonly NewResource[], nowMs: number): Promise<string[]> {
    const taken: string[] = [];
    await this.gate.run(async (manager) => {
      const table = manager.getRepository(StoredResourceEntity);
      for (const resource of resources) {
        const { keyKind, keyId, tokenId, expiresAtMs = null } = resource;
        const columns = storedColumns(resource, collectionOf(resource.name));
        const known = await table.findOneBy({ hash: columns.hash });
        const isTaken =
          known !== null &&
          known.tokenId !== tokenId &&
          (known.expiresAtMs === null || known.expiresAtMs > nowMs);
        if (isTaken) {
          taken.push(resource.name);
          continue;
        }
        // Who tells nothing new leaves what was told before.
        const told = resource.body === undefined && known !== null ? toldOf(known) : columns;
        const row = { ...columns, ...told, keyKind, keyId, tokenId, expiresAtMs };
        if (known === null) await table.insert({ ...row, createdAtMs: nowMs });
        else await table.update(known.id, row);
      }
    });
    return taken;
  }

  async remove(name: string): Promise<void> {
    await this.gate.run((manager) => manager.delete(StoredResourceEntity, { hash: hashOf(name) }));
  }

  /** Removes what has expired by then. Returns how many there were. */
  async removeExpired(nowMs: number): Promise<number> {
    const { affected } = await this.gate.run((manager) =>
      manager.delete(StoredResourceEntity, { expiresAtMs: LessThan(nowMs) }),
    );
    return affected ?? 0;
  }

  /** Unexpired ones, the newest first. */
  async list({ collection, tokenId, beforeId, limit, nowMs }: ResourceListing): Promise<StoredResource[]> {
    const query = this.dataSource
      .getRepository(StoredResourceEntity)
      .createQueryBuilder('stored')
      .where('stored.collection = :collection', { collection })
      .andWhere('(stored.expiresAtMs IS NULL OR stored.expiresAtMs > :nowMs)', { nowMs })
      .orderBy('stored.id', 'DESC')
      .limit(limit);
    if (tokenId !== undefined) query.andWhere('stored.tokenId = :tokenId', { tokenId });
    if (beforeId !== undefined) query.andWhere('stored.id < :beforeId', { beforeId });
    return (await query.getMany()).map(toStoredResource);
  }

  /** Whether anything of that collection was ever made through the gateway, as far as it is still known. */
  isKnown(collection: string): Promise<boolean> {
    return this.dataSource.getRepository(StoredResourceEntity).existsBy({ collection });
  }
}

function toldOf({ body, displayName, mimeType, sizeBytes, state }: StoredResourceEntity) {
  return { body, displayName, mimeType, sizeBytes, state };
}
