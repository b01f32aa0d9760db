import type { KeyKind } from '@gemini-balance/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { bigintAsNumber } from '../../database/bigint-as-number';

/** An upload that was begun upstream. Whoever knows its id may go on with it. */
@Entity('upload_sessions')
export class UploadSessionEntity {
  /** SHA-256 of the id, in hex: a copy of the database lets nobody upload. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  hash!: string;

  /** Where upstream takes the bytes, as SecretBox sealed it. */
  @Column({ type: 'text' })
  sealedUrl!: string;

  @Column({ type: 'varchar', length: 16 })
  keyKind!: KeyKind;

  @Column({ type: 'int' })
  keyId!: number;

  /** The client token that began it; 0 for the admin token. */
  @Column({ type: 'int' })
  tokenId!: number;

  /** What it is uploaded to: `files`, or the path below the API version. */
  @Column({ type: 'varchar', length: 255 })
  collection!: string;

  @Column({ type: 'bigint', transformer: bigintAsNumber })
  createdAtMs!: number;
}
