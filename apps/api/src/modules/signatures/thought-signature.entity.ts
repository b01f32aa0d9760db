import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { bigintAsNumber } from '../../database/bigint-as-number';

/** The signature that upstream gave with a tool call. */
@Entity('thought_signatures')
@Index('thought_signatures_by_thread', ['tokenId', 'thread'])
export class ThoughtSignatureEntity {
  /** The client token that the call was made for; 0 for the admin token. */
  @PrimaryColumn({ type: 'int' })
  tokenId!: number;

  @PrimaryColumn({ type: 'varchar', length: 64 })
  callId!: string;

  /** Names what was called. */
  @PrimaryColumn({ type: 'varchar', length: 32 })
  digest!: string;

  /** Names the conversation that it was called in. */
  @PrimaryColumn({ type: 'varchar', length: 32 })
  thread!: string;

  /** Base64. */
  @Column({ type: 'text' })
  signature!: string;

  @Index('thought_signatures_by_age')
  @Column({ type: 'bigint', transformer: bigintAsNumber })
  createdAtMs!: number;
}
