import type { KeyKind } from '@gemini-balance/shared';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { bigintAsNumber } from '../../database/bigint-as-number';

/** Something that upstream keeps for a client: a file, a cache, a batch. Only the key that made it reaches it. */
@Entity('stored_resources')
export class StoredResourceEntity {
  @PrimaryGeneratedColumn()
  id!: number;

  /** SHA-256 of the name, in hex; unique. */
  @Column({ type: 'varchar', length: 64 })
  hash!: string;

  /** `files/x`; null where the name itself is a credential. */
  @Column({ type: 'varchar', length: 1000, nullable: true })
  name!: string | null;

  /** What comes before the last part of the name: `files`. */
  @Column({ type: 'varchar', length: 255 })
  collection!: string;

  @Column({ type: 'varchar', length: 16 })
  keyKind!: KeyKind;

  @Column({ type: 'int' })
  keyId!: number;

  /** The client token that it was made with; 0 for the admin token. */
  @Column({ type: 'int' })
  tokenId!: number;

  /** What upstream last said of it, as JSON; null where that is not known or too long. */
  @Column({ type: 'text', nullable: true })
  body!: string | null;

  /** Of a file, as upstream last told it; null where that is not known, and for everything else. */
  @Column({ type: 'varchar', length: 512, nullable: true })
  displayName!: string | null;

  @Column({ type: 'varchar', length: 100, nullable: true })
  mimeType!: string | null;

  @Column({ type: 'bigint', nullable: true, transformer: bigintAsNumber })
  sizeBytes!: number | null;

  /** Upstream's word: `PROCESSING`, `ACTIVE`, `FAILED`. */
  @Column({ type: 'varchar', length: 16, nullable: true })
  state!: string | null;

  @Column({ type: 'bigint', transformer: bigintAsNumber })
  createdAtMs!: number;

  /** When upstream removes it; null where that is not known. */
  @Column({ type: 'bigint', nullable: true, transformer: bigintAsNumber })
  expiresAtMs!: number | null;
}
