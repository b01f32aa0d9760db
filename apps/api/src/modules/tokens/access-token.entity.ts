import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { bigintAsNumber } from '../../database/bigint-as-number';

/** A stored client or admin token, or the tombstone of one that came from the environment and was deleted. */
@Entity('access_tokens')
export class AccessTokenEntity {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'varchar', length: 100 })
  name!: string;

  /** The first characters, for its owner to recognise it by. */
  @Column({ type: 'varchar', length: 16 })
  prefix!: string;

  /** SHA-256 of the token, in hex. */
  @Column({ type: 'varchar', length: 64 })
  digest!: string;

  @Column({ type: 'varchar', length: 16 })
  role!: 'client' | 'admin';

  @Column({ type: 'boolean' })
  isEnabled!: boolean;

  @Column({ type: 'bigint', nullable: true, transformer: bigintAsNumber })
  expiresAtMs!: number | null;

  /** The models the token may use; null for all. */
  @Column({ type: 'simple-json', nullable: true })
  allowedModels!: string[] | null;

  @Column({ type: 'varchar', length: 16 })
  source!: 'env' | 'admin' | 'first-start';

  @Column({ type: 'bigint', transformer: bigintAsNumber })
  createdAtMs!: number;

  /** Set in a tombstone, which keeps a deleted token from returning with the environment. */
  @Column({ type: 'bigint', nullable: true, transformer: bigintAsNumber })
  deletedAtMs!: number | null;

  @Column({ type: 'bigint', nullable: true, transformer: bigintAsNumber })
  lastUsedAtMs!: number | null;

  /** Null for no limit, as with the other three. */
  @Column({ type: 'int', nullable: true })
  requestsPerMinute!: number | null;

  @Column({ type: 'int', nullable: true })
  requestsPerDay!: number | null;

  /** Input and output together. */
  @Column({ type: 'bigint', nullable: true, transformer: bigintAsNumber })
  tokensPerMinute!: number | null;

  @Column({ type: 'bigint', nullable: true, transformer: bigintAsNumber })
  tokensPerDay!: number | null;
}
