import { randomBytes } from 'node:crypto';
import { type DataSource, LessThanOrEqual, Like, MoreThan, Not } from 'typeorm';
import type { Clock } from '../../core/clock';
import { sha256 } from '../../core/sha256';
import type { WriteGate } from '../../database/writing/write-gate';
import { AdminSessionEntity } from './admin-session.entity';

/** A session in force. */
export interface AdminSession {
  /** What the cookie holds. */
  readonly id: string;
  /** Names the session in lists and logs, and does not open it. */
  readonly handle: string;
  readonly tokenDigest: string;
  readonly expiresAtMs: number;
  /** Whether this call moved the expiry on. */
  readonly isRenewed: boolean;
}

/** Where a session was opened from. */
export interface SessionOrigin {
  readonly address: string | undefined;
  readonly userAgent: string | undefined;
}

/** A session as its owner sees it. */
export interface ListedSession {
  readonly handle: string;
  readonly tokenDigest: string;
  readonly createdAtMs: number;
  readonly expiresAtMs: number;
  readonly lastUsedAtMs: number;
  readonly address: string | null;
  readonly userAgent: string | null;
}

const HANDLE_LENGTH = 16;
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

  async open(tokenDigest: string, { address, userAgent }: SessionOrigin): Promise<AdminSession> {
    const id = randomBytes(32).toString('base64url');
    const digest = sha256(id);
    const createdAtMs = this.clock.nowMs();
    const expiresAtMs = createdAtMs + this.lifetimeMs();
    await this.gate.run(async (manager) => {
      await manager.delete(AdminSessionEntity, { expiresAtMs: LessThanOrEqual(createdAtMs) });
      await manager.insert(AdminSessionEntity, {
        digest,
        tokenDigest,
        createdAtMs,
        expiresAtMs,
        lastUsedAtMs: createdAtMs,
        address: address?.slice(0, 64) ?? null,
        userAgent: userAgent?.slice(0, 200) ?? null,
      });
    });
    return { id, handle: handleOf(digest), tokenDigest, expiresAtMs, isRenewed: true };
  }

  /** Removes sessions that have expired, and tells how many they were. */
  async forgetExpired(): Promise<number> {
    const { affected } = await this.gate.run((manager) =>
      manager.delete(AdminSessionEntity, { expiresAtMs: LessThanOrEqual(this.clock.nowMs()) }),
    );
    return affected ?? 0;
  }

  /** The session of an id, which lives on with this call; undefined where it is unknown, expired or closed. */
  async use(id: string): Promise<AdminSession | undefined> {
    const digest = sha256(id);
    const nowMs = this.clock.nowMs();
    const stored = await this.dataSource.getRepository(AdminSessionEntity).findOneBy({ digest });
    if (!stored || stored.expiresAtMs <= nowMs) return undefined;
    const session = { id, handle: handleOf(digest), tokenDigest: stored.tokenDigest };
    const expiresAtMs = nowMs + this.lifetimeMs();
    // A lifetime that was made shorter counts for sessions that are open, too.
    if (Math.abs(expiresAtMs - stored.expiresAtMs) < RENEWAL_STEP_MS)
      return { ...session, expiresAtMs: stored.expiresAtMs, isRenewed: false };
    await this.gate.run((manager) =>
      manager.update(AdminSessionEntity, { digest }, { expiresAtMs, lastUsedAtMs: nowMs }),
    );
    return { ...session, expiresAtMs, isRenewed: true };
  }

  /** Whether the session of an id is in force. It does not live on with this call. */
  async isOpen(id: string): Promise<boolean> {
    const stored = await this.dataSource
      .getRepository(AdminSessionEntity)
      .findOneBy({ digest: sha256(id), expiresAtMs: MoreThan(this.clock.nowMs()) });
    return stored !== null;
  }

  /** The sessions in force, the one used last first. */
  async list(): Promise<ListedSession[]> {
    const rows = await this.dataSource.getRepository(AdminSessionEntity).find({
      where: { expiresAtMs: MoreThan(this.clock.nowMs()) },
      order: { lastUsedAtMs: 'DESC', createdAtMs: 'DESC' },
    });
    return rows.map((row) => ({
      handle: handleOf(row.digest),
      tokenDigest: row.tokenDigest,
      createdAtMs: row.createdAtMs,
      expiresAtMs: row.expiresAtMs,
      lastUsedAtMs: row.lastUsedAtMs ?? row.createdAtMs,
      address: row.address,
      userAgent: row.userAgent,
    }));
  }

  /** Ends the session of an id. Resolves with its handle; undefined where there was none. */
  async close(id: string): Promise<string | undefined> {
    const digest = sha256(id);
    const { affected } = await this.gate.run((manager) => manager.delete(AdminSessionEntity, { digest }));
    return affected ? handleOf(digest) : undefined;
  }

  /** Ends the session of a handle. Resolves with whether there was one. */
  async closeByHandle(handle: string): Promise<boolean> {
    if (!/^[0-9a-f]{16}$/.test(handle)) return false;
    const { affected } = await this.gate.run((manager) =>
      manager.delete(AdminSessionEntity, { digest: Like(`${handle}%`) }),
    );
    return Boolean(affected);
  }

  /** Ends every session, but for the one of the handle where one is given. Resolves with how many. */
  async closeAll(exceptHandle?: string): Promise<number> {
    const spared = exceptHandle === undefined ? {} : { digest: Not(Like(`${exceptHandle}%`)) };
    const { affected } = await this.gate.run((manager) =>
      manager.delete(AdminSessionEntity, { createdAtMs: MoreThan(0), ...spared }),
    );
    return affected ?? 0;
  }
}

function handleOf(digest: string): string {
  return digest.slice(0, HANDLE_LENGTH);
}
