import { type DataSource, In, IsNull } from 'typeorm';
import { AccessTokenEntity } from './access-token.entity';

/** How somebody recognises a token. */
export type TokenName = Pick<AccessTokenEntity, 'name' | 'prefix'>;

/** Names tokens, those that are switched off or have expired among them. */
export class TokenNames {
  constructor(private readonly dataSource: DataSource) {}

  /** By id; without those that were deleted. */
  async of(ids: readonly number[]): Promise<ReadonlyMap<number, TokenName>> {
    if (ids.length === 0) return new Map();
    const rows = await this.dataSource.getRepository(AccessTokenEntity).find({
      select: { id: true, name: true, prefix: true },
      where: { id: In([...new Set(ids)]), deletedAtMs: IsNull() },
    });
    return new Map(rows.map(({ id, name, prefix }) => [id, { name, prefix }]));
  }
}
