import { type DataSource, In, LessThan } from 'typeorm';
import type { RowWriter } from '../../database/writing/row-writer';
import type { WriteGate } from '../../database/writing/write-gate';
import { ThoughtSignatureEntity } from './thought-signature.entity';

const COLUMNS = ['tokenId', 'callId', 'digest', 'thread', 'signature', 'createdAtMs'] as const;

/** More are not looked at: a client may give the same id to all its calls. */
const MOST_FOUND = 1_000;

/** A signature as it is stored. */
export type StoredSignature = Pick<ThoughtSignatureEntity, (typeof COLUMNS)[number]>;

/** Stores signatures. */
export class SignatureRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly gate: WriteGate,
    private readonly rows: Pick<RowWriter, 'replace'>,
  ) {}

  /** The newest signatures of a token that have one of the ids, or belong to the conversation. */
  find(tokenId: number, thread: string, callIds: readonly string[]): Promise<StoredSignature[]> {
    return this.dataSource.getRepository(ThoughtSignatureEntity).find({
      where: [
        { tokenId, callId: In([...callIds]) },
        { tokenId, thread },
      ],
      order: { createdAtMs: 'DESC' },
      take: MOST_FOUND,
    });
  }

  store(signatures: readonly StoredSignature[]): Promise<void> {
    const rows = signatures.map((stored) => COLUMNS.map((column) => stored[column]));
    return this.rows.replace('thought_signatures', COLUMNS, rows);
  }

  /** How many were removed. */
  async forgetBefore(atMs: number): Promise<number> {
    const { affected } = await this.gate.run((manager) =>
      manager.delete(ThoughtSignatureEntity, { createdAtMs: LessThan(atMs) }),
    );
    return affected ?? 0;
  }
}
