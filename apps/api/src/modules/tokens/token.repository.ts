import { type DataSource, type EntityManager, In, IsNull } from 'typeorm';
import type { Clock } from '../../core/clock';
import type { Secret } from '../../core/secret';
import { sha256 } from '../../core/sha256';
import type { WriteGate } from '../../database/write-gate';
import { AccessTokenEntity } from './access-token.entity';
import type { StoredToken } from './plan-tokens';
import type { ListedToken } from './token-directory';

const PREFIX_LENGTH = 6;

/** A token to be stored; only its digest is. */
export interface NewToken {
  readonly secret: Secret;
  readonly name: string;
  readonly role: StoredToken['role'];
  readonly source: StoredToken['source'];
}

/** What replaces the stored tokens' state, all of it or nothing. */
export interface TokenChanges {
  readonly add: readonly NewToken[];
  readonly changeRole: readonly Pick<StoredToken, 'id' | 'role'>[];
  readonly remove: readonly number[];
  /** Ids that leave a tombstone, which keeps the environment from bringing them back. */
  readonly bury: readonly number[];
}

/** Reads and changes stored tokens. */
export class TokenRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly gate: WriteGate,
    private readonly clock: Pick<Clock, 'nowMs'>,
  ) {}

  /** Every token, tombstones included. */
  all(): Promise<StoredToken[]> {
    return this.dataSource.getRepository(AccessTokenEntity).find({ order: { id: 'ASC' } });
  }

  /** The tokens that work, unless they have expired. */
  listed(): Promise<ListedToken[]> {
    return this.dataSource
      .getRepository(AccessTokenEntity)
      .findBy({ deletedAtMs: IsNull(), isEnabled: true });
  }

  async change({ add, changeRole, remove, bury }: TokenChanges): Promise<void> {
    if (add.length + changeRole.length + remove.length + bury.length === 0) return;
    await this.gate.run(async (manager) => {
      await manager.delete(AccessTokenEntity, { id: In([...remove]) });
      await manager.update(AccessTokenEntity, { id: In([...bury]) }, { deletedAtMs: this.clock.nowMs() });
      for (const { id, role } of changeRole) await manager.update(AccessTokenEntity, { id }, { role });
      await this.insert(manager, add);
    });
  }

  async storeUses(uses: ReadonlyMap<number, number>): Promise<void> {
    if (uses.size === 0) return;
    await this.gate.run(async (manager) => {
      for (const [id, lastUsedAtMs] of uses)
        await manager.update(AccessTokenEntity, { id }, { lastUsedAtMs });
    });
  }

  private async insert(manager: EntityManager, tokens: readonly NewToken[]): Promise<void> {
    if (tokens.length === 0) return;
    const rows = tokens.map(({ secret, name, role, source }) => ({
      name,
      role,
      source,
      prefix: secret.reveal().length < 16 ? '' : secret.reveal().slice(0, PREFIX_LENGTH),
      digest: sha256(secret.reveal()),
      isEnabled: true,
      createdAtMs: this.clock.nowMs(),
    }));
    await manager
      .createQueryBuilder()
      .insert()
      .into(AccessTokenEntity)
      .values(rows)
      .updateEntity(false)
      .execute();
  }
}
