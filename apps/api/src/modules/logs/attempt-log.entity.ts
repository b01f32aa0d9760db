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

  /** Of the client's token; null for what the gateway sends by itself. */
  @Column({ type: 'int', nullable: true })
  tokenId!: number | null;

  @Column({ type: 'varchar', length: 200, nullable: true })
  route!: string | null;

  /** Why this key: it was next in turn, or the one key that could answer. */
  @Column({ type: 'varchar', length: 16, nullable: true })
  choice!: 'in_turn' | 'pinned' | null;

  /** How many keys were ready for the model once this attempt had ended, of how many. */
  @Column({ type: 'int', nullable: true })
  readyKeys!: number | null;

  @Column({ type: 'int', nullable: true })
  poolKeys!: number | null;
}
