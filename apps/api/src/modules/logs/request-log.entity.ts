import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { bigintAsNumber } from '../../database/bigint-as-number';

/** One client request, as it ended. Ids of keys and tokens outlive what they name. */
@Entity('request_logs')
export class RequestLogEntity {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'varchar', length: 64 })
  requestId!: string;

  @Column({ type: 'bigint', transformer: bigintAsNumber })
  startedAtMs!: number;

  /** Null where no valid token was presented. */
  @Column({ type: 'int', nullable: true })
  tokenId!: number | null;

  @Column({ type: 'varchar', length: 40 })
  protocol!: string;

  @Column({ type: 'varchar', length: 200 })
  route!: string;

  @Column({ type: 'varchar', length: 16 })
  method!: string;

  @Column({ type: 'varchar', length: 100, nullable: true })
  model!: string | null;

  /** The status sent to the client; 499 when it left before one was sent. */
  @Column({ type: 'int' })
  status!: number;

  @Column({ type: 'varchar', length: 64, nullable: true })
  errorCode!: string | null;

  @Column({ type: 'boolean' })
  isStream!: boolean;

  @Column({ type: 'int' })
  attempts!: number;

  /** The key of the last attempt. */
  @Column({ type: 'int', nullable: true })
  keyId!: number | null;

  @Column({ type: 'int' })
  latencyMs!: number;

  @Column({ type: 'int', nullable: true })
  ttftMs!: number | null;

  @Column({ type: 'int', nullable: true })
  inputTokens!: number | null;

  @Column({ type: 'int', nullable: true })
  cachedTokens!: number | null;

  @Column({ type: 'int', nullable: true })
  outputTokens!: number | null;

  @Column({ type: 'int', nullable: true })
  thinkingTokens!: number | null;

  /** Whether the client did not get its answer whole. */
  @Column({ type: 'boolean', nullable: true })
  isFailure!: boolean | null;
}
