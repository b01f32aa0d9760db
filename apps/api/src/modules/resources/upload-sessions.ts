import type { KeyKind } from '@gemini-balance/shared';
import { randomBytes } from 'node:crypto';
import { type DataSource, LessThan } from 'typeorm';
import type { Clock } from '../../core/clock';
import { Secret } from '../../core/secret';
import { sha256 } from '../../core/sha256';
import type { SecretBox } from '../../database/secrets/secret-box';
import type { WriteGate } from '../../database/writing/write-gate';
import { ResourceStoreError } from './resource-errors';
import type { ResourceOwner } from './stored-resource';
import { UploadSessionEntity } from './upload-session.entity';

/** As long as upstream keeps an upload that is not finished. */
const KEPT_MS = 7 * 24 * 3_600_000;
const ID_BYTES = 32;

/** An upload under way. */
export interface UploadSession extends ResourceOwner {
  /** Where upstream takes the bytes: whoever has it can upload. */
  readonly url: Secret;
  /** What it is uploaded to: `files`. */
  readonly collection: string;
}

/** The uploads under way, in the database: one that was begun goes on after a restart. */
export class UploadSessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly gate: WriteGate,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** Returns the id that the client goes on with; it cannot be guessed. @throws ResourceStoreError */
  async begin({ url, keyKind, keyId, tokenId, collection }: UploadSession): Promise<string> {
    const id = randomBytes(ID_BYTES).toString('base64url');
    const createdAtMs = this.clock.nowMs();
    const sealedUrl = this.box.encrypt(url.reveal());
    await this.gate
      .run((manager) =>
        manager.insert(UploadSessionEntity, {
          hash: sha256(id),
          sealedUrl,
          keyKind,
          keyId,
          tokenId,
          collection,
          createdAtMs,
        }),
      )
      .catch(unavailable);
    return id;
  }

  /** Undefined for an id that is unknown or too old. @throws ResourceStoreError */
  async find(id: string): Promise<UploadSession | undefined> {
    const row = await this.dataSource
      .getRepository(UploadSessionEntity)
      .findOneBy({ hash: sha256(id) })
      .catch(unavailable);
    if (row === null || row.createdAtMs < this.clock.nowMs() - KEPT_MS) return undefined;
    const { sealedUrl, keyId, tokenId, collection } = row;
    const keyKind: KeyKind = row.keyKind;
    return { url: new Secret(this.box.decrypt(sealedUrl)), keyKind, keyId, tokenId, collection };
  }

  /** Removes those that upstream does not keep any more. */
  async removeOld(): Promise<void> {
    await this.gate.run((manager) =>
      manager.delete(UploadSessionEntity, { createdAtMs: LessThan(this.clock.nowMs() - KEPT_MS) }),
    );
  }
}

function unavailable(cause: unknown): never {
  throw new ResourceStoreError(cause);
}
