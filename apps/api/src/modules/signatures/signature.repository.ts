import { type DataSource, In, LessThan } from 'typeorm';
import type { RowWriter } from '../../database/row-writer';
import type { WriteGate } from '../../database/write-gate';
import { ThoughtSignatureEntity } from './thought-signature.entity';

const COLUMNS = ['tokenId', 'callId', 'signature', 'createdAtMs'] as const;

/** A signature as it is stored. */
export type StoredSignature = Pick<ThoughtSignatureEntity, (typeof COLUMNS)[number]>;

/** Stores signatures. */
export class SignatureRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly gate: WriteGate,
    private readonly rows: Pick<RowWriter, 'replace'>,
  ) {}

  find(tokenId: number, callIds: readonly string[]): Promise<StoredSignature[]> {
    return this.dataSource
      .getRepository(ThoughtSignatureEntity)
      .findBy({ tokenId, callId: In([...callIds]) });
  }

  store(signatures: readonly StoredSignature[]): Promise<void> {
    const rows = signatures.map((stored) => COLUMNS.map((column) => stored[column]));
    return this.rows.replace('thought_signatures', COLUMNS, rows);
  }

  async forgetBefore(atMs: number): Promise<void> {
    await this.gate.run((manager) => manager.delete(ThoughtSignatureEntity, { createdAtMs: LessThan(atMs) }));
  }
}
