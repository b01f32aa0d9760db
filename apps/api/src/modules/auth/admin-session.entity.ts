import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { bigintAsNumber } from '../../database/bigint-as-number';

/** An administrator who is signed in. */
@Entity('admin_sessions')
export class AdminSessionEntity {
  /** SHA-256 of the id in the cookie, in hex: who reads the table cannot use its sessions. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  digest!: string;

  /** SHA-256 of the admin token it was opened with, in hex: the session ends with the token. */
  @Column({ type: 'varchar', length: 64 })
  tokenDigest!: string;

  @Column({ type: 'bigint', transformer: bigintAsNumber })
  createdAtMs!: number;

  @Index('admin_sessions_by_expiry')
  @Column({ type: 'bigint', transformer: bigintAsNumber })
  expiresAtMs!: number;

  /** Where it was opened from. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  address!: string | null;

  @Column({ type: 'varchar', length: 200, nullable: true })
  userAgent!: string | null;

  /** To the minute. */
  @Column({ type: 'bigint', nullable: true, transformer: bigintAsNumber })
  lastUsedAtMs!: number | null;
}
