import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { KeyKind } from '@gemini-balance/shared';
import { bigintAsNumber } from '../../../database/bigint-as-number';

/** A stored upstream key, or the tombstone of one that came from the environment and was deleted. */
@Entity('api_keys')
export class ApiKeyEntity {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'varchar', length: 16 })
  kind!: KeyKind;

  /** SHA-256 of the secret, in hex; unique with the kind. */
  @Column({ type: 'varchar', length: 64 })
  hash!: string;

  /** The secret as SecretBox sealed it; null in a tombstone. */
  @Column({ type: 'varchar', length: 1000, nullable: true })
  sealedSecret!: string | null;

  @Column({ type: 'varchar', length: 100, nullable: true })
  project!: string | null;

  @Column({ type: 'varchar', length: 100, nullable: true })
  groupName!: string | null;

  @Column({ type: 'varchar', length: 500, nullable: true })
  note!: string | null;

  @Column({ type: 'int' })
  weight!: number;

  @Column({ type: 'boolean' })
  isEnabled!: boolean;

  @Column({ type: 'int' })
  failures!: number;

  @Column({ type: 'varchar', length: 16 })
  source!: 'env' | 'admin';

  @Column({ type: 'bigint', transformer: bigintAsNumber })
  createdAtMs!: number;

  /** Set in a tombstone, which keeps a deleted key from returning with the environment. */
  @Column({ type: 'bigint', nullable: true, transformer: bigintAsNumber })
  deletedAtMs!: number | null;

  @Column({ type: 'bigint', nullable: true, transformer: bigintAsNumber })
  lastUsedAtMs!: number | null;

  /** What upstream last said against the key; holds no secret. */
  @Column({ type: 'varchar', length: 500, nullable: true })
  lastError!: string | null;

  /** The revision that last changed what other processes follow. */
  @Column({ type: 'bigint', nullable: true, transformer: bigintAsNumber })
  revision!: number | null;
}
