import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { OutcomeKind } from '../../core/outcome';
import { bigintAsNumber } from '../../database/bigint-as-number';

/**
 * One send with one key; those with `isError` are the error log.
 * A first attempt that succeeded has no row: the row of its request says the same.
 */
@Entity('attempt_logs')
export class AttemptLogEntity {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'varchar', length: 64 })
  requestId!: string;

  /** From 1. */
  @Column({ type: 'int' })
  attempt!: number;

  @Column({ type: 'bigint', transformer: bigintAsNumber })
  startedAtMs!: number;

  @Column({ type: 'int' })
  keyId!: number;

  @Column({ type: 'varchar', length: 100 })
  model!: string;

  @Column({ type: 'varchar', length: 40 })
  outcome!: OutcomeKind;

  /** Upstream or the network refused; a client that left is no error. */
  @Column({ type: 'boolean' })
  isError!: boolean;

  @Column({ type: 'int', nullable: true })
  upstreamStatus!: number | null;

  @Column({ type: 'varchar', length: 40, nullable: true })
  rpcStatus!: string | null;

  /** What upstream said, without credentials. */
  @Column({ type: 'text', nullable: true })
  message!: string | null;

  /** Null for a direct connection. */
  @Column({ type: 'varchar', length: 100, nullable: true })
  egressId!: string | null;

  @Column({ type: 'int' })
  latencyMs!: number;
}
