import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { KeyKind } from '@gemini-balance/shared';
import type { HoldReason, HoldSubject } from '../../../core/keypool/hold';
import { bigintAsNumber } from '../../../database/bigint-as-number';

/** A stored hold; one for each subject and scope of a pool. */
@Entity('holds')
export class HoldEntity {
  @PrimaryGeneratedColumn()
  id!: number;

  /** The kind of the pool the hold belongs to. */
  @Column({ type: 'varchar', length: 16 })
  pool!: KeyKind;

  @Column({ type: 'varchar', length: 16 })
  subjectKind!: HoldSubject['kind'];

  @Column({ type: 'varchar', length: 200 })
  subjectId!: string;

  @Column({ type: 'varchar', length: 200 })
  scope!: string;

  @Column({ type: 'bigint', transformer: bigintAsNumber })
  sinceMs!: number;

  /** Null for a hold without end. */
  @Column({ type: 'bigint', nullable: true, transformer: bigintAsNumber })
  untilMs!: number | null;

  @Column({ type: 'varchar', length: 40 })
  reason!: HoldReason;

  @Column({ type: 'int' })
  strikes!: number;

  /** The revision that last changed what other processes follow. */
  @Column({ type: 'bigint', nullable: true, transformer: bigintAsNumber })
  revision!: number | null;
}
