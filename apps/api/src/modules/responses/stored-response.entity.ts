import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { bigintAsNumber } from '../../database/bigint-as-number';

/** A response that a client may go on from. Its texts are JSON. */
@Entity('stored_responses')
export class StoredResponseEntity {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  /** The client token that it was made for; 0 for the admin token. */
  @Column({ type: 'int' })
  tokenId!: number;

  /** The response that it goes on from. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  previousId!: string | null;

  /** The response that its conversation began with; its own id for a first one. */
  @Index('stored_responses_by_root')
  @Column({ type: 'varchar', length: 64 })
  rootId!: string;

  /** A list of the items that its request brought, without those of earlier responses. */
  @Column({ type: 'text' })
  input!: string;

  /** A list of the items that it is made of. */
  @Column({ type: 'text' })
  output!: string;

  /** Everything else of it. */
  @Column({ type: 'text' })
  response!: string;

  /** The thought signatures of its calls, by call id. */
  @Column({ type: 'text' })
  signatures!: string;

  /** When it, or one that goes on from it, was made. */
  @Index('stored_responses_by_use')
  @Column({ type: 'bigint', transformer: bigintAsNumber })
  usedAtMs!: number;
}
