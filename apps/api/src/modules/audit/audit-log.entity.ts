import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { bigintAsNumber } from '../../database/bigint-as-number';

/** One administrative change, or one secret that was shown. */
@Entity('audit_logs')
export class AuditLogEntity {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'bigint', transformer: bigintAsNumber })
  atMs!: number;

  /** `settings.change`: the noun, and what was done to it. */
  @Column({ type: 'varchar', length: 64 })
  action!: string;

  /** What it was done to: a name, an id, or how many there were. */
  @Column({ type: 'varchar', length: 200 })
  subject!: string;

  /** JSON text without credentials; null where there is nothing to add. */
  @Column({ type: 'text', nullable: true })
  details!: string | null;

  @Column({ type: 'varchar', length: 16 })
  actor!: 'session' | 'token' | 'system';

  /** The handle of the session. */
  @Column({ type: 'varchar', length: 16, nullable: true })
  session!: string | null;

  @Column({ type: 'varchar', length: 64, nullable: true })
  address!: string | null;
}
