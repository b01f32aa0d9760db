import type { KeyKind } from '@gemini-balance/shared';
import type { Clock } from '../../../core/clock';
import type { KeyId } from '../../../core/keypool/hold';
import type { KeyPoolListener } from '../../../core/keypool/key-pool-listener';
import { HoldChanges, type SubjectChanges } from './hold-changes';
import { KeyFieldChanges, type LearntFields } from './key-field-changes';

/** Where key state is stored. Each call stores all of it or rejects. */
export interface KeyStateStore {
  storeHolds(changes: readonly SubjectChanges[]): Promise<void>;
  storeFields(changes: ReadonlyMap<KeyId, LearntFields>): Promise<void>;
}

/** How long a change waits to be stored with others: less than a second, so that a killed process loses little. */
const FLUSH_INTERVAL_MS = 500;
/** When keys were last used changes with every request and matters little: it is stored with every twentieth round. */
const ROUNDS_PER_USE_FLUSH = 20;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

/** Lets the database follow the key pools, in batches; while it is away, changes wait in memory, one for each key and scope. */
export class KeyStateFollower {
  private readonly holds = new HoldChanges();
  private readonly fields = new KeyFieldChanges();
  private readonly uses = new KeyFieldChanges();
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: KeyStateStore,
    private readonly clock: Clock,
    private readonly warn: (message: string) => void,
  ) {}

  /** What the pool of that kind tells its changes. */
  listenerOf(pool: KeyKind): KeyPoolListener {
    return {
      held: (hold) => this.holds.held(pool, hold),
      released: (subject, scope) => this.holds.released(pool, subject, scope),
      failuresChanged: (id, failures) => this.fields.set(id, { failures }),
      projectLearnt: (id, project) => this.fields.set(id, { project }),
    };
  }

  noteUse(id: KeyId, lastUsedAtMs: number): void {
    this.uses.set(id, { lastUsedAtMs });
  }

  noteError(id: KeyId, lastError: string): void {
    this.fields.set(id, { lastError });
  }

  /** What is known about a key and not stored yet. */
  unstored(id: KeyId): LearntFields {
    return { ...this.uses.of(id), ...this.fields.of(id) };
  }

  start(): void {
    this.running = this.run();
  }

  /** Stores what is left and stops; what cannot be stored now is lost. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await this.flush(true).catch((error: Error) =>
      this.warn(`The last changes of key state could not be stored: ${error.message}`),
    );
  }

  /**
   * Stores what has changed.
   * @param withUses whether to store also when keys were last used.
   */
  async flush(withUses: boolean): Promise<void> {
    await storeAll(this.holds, (changes) => this.store.storeHolds(changes));
    await storeAll(this.fields, (changes) => this.store.storeFields(changes));
    if (withUses) await storeAll(this.uses, (changes) => this.store.storeFields(changes));
  }

  private async run(): Promise<void> {
    let retryMs = 0;
    for (let round = 1; ; round++) {
      await this.clock.sleep(retryMs || FLUSH_INTERVAL_MS, this.stopping.signal);
      if (this.stopping.signal.aborted) return;
      try {
        await this.flush(round % ROUNDS_PER_USE_FLUSH === 0);
        if (retryMs > 0) this.warn('Key state is stored again.');
        retryMs = 0;
      } catch (error) {
        if (retryMs === 0)
          this.warn(
            `Key state cannot be stored; it is kept in memory and tried again: ${(error as Error).message}`,
          );
        retryMs = Math.min(retryMs * 2 || FIRST_RETRY_MS, LONGEST_RETRY_MS);
      }
    }
  }
}

interface Changes<Batch> {
  readonly isEmpty: boolean;
  take(): Batch;
  giveBack(batch: Batch): void;
}

async function storeAll<Batch>(
  changes: Changes<Batch>,
  store: (batch: Batch) => Promise<void>,
): Promise<void> {
  if (changes.isEmpty) return;
  const batch = changes.take();
  try {
    await store(batch);
  } catch (error) {
    changes.giveBack(batch);
    throw error;
  }
}
