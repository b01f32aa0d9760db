import { type DataSource, In, LessThan } from 'typeorm';
import type { WriteGate } from '../../database/writing/write-gate';
import { StoredResponseEntity } from './stored-response.entity';

/** Rows that one statement deletes: few enough that others do not wait for it. */
const FORGOTTEN_AT_ONCE = 200;

/** A response as it is stored. */
export type StoredResponse = Readonly<StoredResponseEntity>;

/** Which response goes on from which. */
export type ResponseLink = Pick<StoredResponse, 'id' | 'previousId'>;

/** Stores responses. Whoever asks names the token, and finds what was made for it. */
export class StoredResponseRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly gate: WriteGate,
  ) {}

  /** In no order. */
  find(tokenId: number, ids: readonly string[]): Promise<StoredResponse[]> {
    return this.dataSource.getRepository(StoredResponseEntity).findBy({ tokenId, id: In([...ids]) });
  }

  /** All responses of a conversation, without what they say. */
  links(tokenId: number, rootId: string): Promise<ResponseLink[]> {
    return this.dataSource
      .getRepository(StoredResponseEntity)
      .find({ select: { id: true, previousId: true }, where: { tokenId, rootId } });
  }

  /** Adds responses; the conversations that they belong to count as used then. */
  async store(responses: readonly StoredResponse[]): Promise<void> {
    await this.gate.run(async (manager) => {
      for (const { ...row } of responses) {
        const { tokenId, rootId, usedAtMs } = row;
        await manager.insert(StoredResponseEntity, row);
        if (row.previousId !== null)
          await manager.update(StoredResponseEntity, { tokenId, rootId }, { usedAtMs });
      }
    });
  }

  /** False where there was none. */
  async remove(tokenId: number, id: string): Promise<boolean> {
    const { affected } = await this.gate.run((manager) =>
      manager.delete(StoredResponseEntity, { tokenId, id }),
    );
    return (affected ?? 0) > 0;
  }

  /** Removes responses whose conversations were not used since then, and tells how many there were. */
  async forgetUnusedSince(atMs: number): Promise<number> {
    for (let forgotten = 0; ;) {
      const rows = await this.dataSource
        .getRepository(StoredResponseEntity)
        .find({ select: { id: true }, where: { usedAtMs: LessThan(atMs) }, take: FORGOTTEN_AT_ONCE });
      if (rows.length === 0) return forgotten;
      const ids = rows.map(({ id }) => id);
      // One of them may have been gone on with meanwhile.
      const old = { id: In(ids), usedAtMs: LessThan(atMs) };
      const { affected } = await this.gate.run((manager) => manager.delete(StoredResponseEntity, old));
      forgotten += affected ?? 0;
    }
  }
}
