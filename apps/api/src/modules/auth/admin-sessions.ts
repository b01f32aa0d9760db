import { randomBytes } from 'node:crypto';
import { type DataSource, LessThanOrEqual } from 'typeorm';
import type { Clock } from '../../core/clock';
import { sha256 } from '../../core/sha256';
import type { WriteGate } from '../../database/write-gate';
import { AdminSessionEntity } from './admin-session.entity';

/** A session in force. */
export interface AdminSession {
  /** What the cookie holds. */
  readonly id: string;
  readonly tokenDigest: string;
  readonly expiresAtMs: number;
  /** Whether this call moved the expiry on. */
  readonly isRenewed: boolean;
}

/** Expiries move on in steps of a minute, so that a dashboard that polls does not write with each call. */
const RENEWAL_STEP_MS = 60_000;

/** Sessions on the server; the browser keeps an unguessable id. A session ends when it was not used for its lifetime. */
export class AdminSessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly gate: WriteGate,
    private readonly clock: Pick<Clock, 'nowMs'>,
    private readonly lifetimeMs: () => number,
  ) {}

  async open(tokenDigest: string): Promise<AdminSession> {
    const id = randomBytes(32).toString('base64url');
    const createdAtMs = this.clock.nowMs();
    const expiresAtMs = createdAtMs + this.lifetimeMs();
    await this.gate.run(async (manager) => {
      await manager.delete(AdminSessionEntity, { expiresAtMs: LessThanOrEqual(createdAtMs) });
      await manager.insert(AdminSessionEntity, { digest: sha256(id), tokenDigest, createdAtMs, expiresAtMs });
    });
    return { id, tokenDigest, expiresAtMs, isRenewed: true };
  }

  /** The session of an id, which lives on with this call; undefined where it is unknown, expired or closed. */
  async use(id: string): Promise<AdminSession | undefined> {
    const digest = sha256(id);
    const nowMs = this.clock.nowMs();
    const stored = await this.dataSource.getRepository(AdminSessionEntity).findOneBy({ digest });
    if (!stored || stored.expiresAtMs <= nowMs) return undefined;
    const { tokenDigest } = stored;
    const expiresAtMs = nowMs + this.lifetimeMs();
    // A lifetime that was made shorter counts for sessions that are open, too.
    if (Math.abs(expiresAtMs - stored.expiresAtMs) < RENEWAL_STEP_MS)
      return { id, tokenDigest, expiresAtMs: stored.expiresAtMs, isRenewed: false };
    await this.gate.run((manager) => manager.update(AdminSessionEntity, { digest }, { expiresAtMs }));
    return { id, tokenDigest, expiresAtMs, isRenewed: true };
  }

  async close(id: string): Promise<void> {
    await this.gate.run((manager) => manager.delete(AdminSessionEntity, { digest: sha256(id) }));
  }
}
