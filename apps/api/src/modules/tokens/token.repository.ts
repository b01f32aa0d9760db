import { type DataSource, type EntityManager, In, IsNull } from 'typeorm';
import type { Clock } from '../../core/clock';
import type { Secret } from '../../core/secret';
import { sha256 } from '../../core/sha256';
import type { WriteGate } from '../../database/writing/write-gate';
import { AccessTokenEntity } from './access-token.entity';
import type { TokenLimits } from './limits/token-limits';
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

/** What an administrator may change of a token. */
export type TokenFields = Partial<
  Pick<AccessTokenEntity, 'name' | 'isEnabled' | 'expiresAtMs' | 'allowedModels' | keyof TokenLimits>
>;

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

  /** All but tombstones, the oldest first. */
  live(): Promise<AccessTokenEntity[]> {
    const where = { deletedAtMs: IsNull() };
    return this.dataSource.getRepository(AccessTokenEntity).find({ where, order: { id: 'ASC' } });
  }

  /** Undefined for a tombstone, too. */
  async find(id: number): Promise<AccessTokenEntity | undefined> {
    const where = { id, deletedAtMs: IsNull() };
    return (await this.dataSource.getRepository(AccessTokenEntity).findOneBy(where)) ?? undefined;
  }

  /** Resolves with the id. */
  async create(token: NewToken, fields: TokenFields): Promise<number> {
    return this.gate.run(async (manager) => {
      await this.insert(manager, [token]);
      const digest = sha256(token.secret.reveal());
      const { id } = await manager.findOneByOrFail(AccessTokenEntity, { digest });
      if (Object.keys(fields).length > 0) await manager.update(AccessTokenEntity, { id }, fields);
      return id;
    });
  }

  async update(id: number, fields: TokenFields): Promise<void> {
    if (Object.keys(fields).length === 0) return;
    await this.gate.run((manager) => manager.update(AccessTokenEntity, { id }, fields));
  }

  async replaceSecret(id: number, secret: Secret): Promise<void> {
    await this.gate.run((manager) => manager.update(AccessTokenEntity, { id }, toStoredSecret(secret)));
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
      ...toStoredSecret(secret),
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

function toStoredSecret(secret: Secret): Pick<AccessTokenEntity, 'prefix' | 'digest'> {
  const token = secret.reveal();
  return { prefix: token.length < 16 ? '' : token.slice(0, PREFIX_LENGTH), digest: sha256(token) };
}
