import type { Clock } from '../../core/clock';
import type { TokenCountSync } from './limits/token-count-sync';
import type { TokenDirectory } from './token-directory';
import type { TokenRepository } from './token.repository';

/** A token that was made or taken back by another process, such as `npm run admin-token`, is noticed within this time. */
const RELOAD_INTERVAL_MS = 1_000;
const ROUNDS_PER_USE_FLUSH = 10;

/** Keeps the directory in step with the database. While the database is away, the tokens stay as they were. */
export class TokenWatch {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly tokens: TokenRepository,
    private readonly directory: TokenDirectory,
    private readonly counts: Pick<TokenCountSync, 'run'>,
    private readonly clock: Clock,
  ) {}

  /** Reads the tokens once, and what those with limits have used. Rejects when the database is away. */
  async open(): Promise<void> {
    await this.reload();
    await this.counts.run();
  }

  /** Reads the tokens. Rejects when the database is away. */
  async reload(): Promise<void> {
    this.directory.replace(await this.tokens.listed());
  }

  start(): void {
    this.running = this.run();
  }

  /** Stores when tokens were last used, and stops. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await this.storeUses().catch(() => undefined);
    await this.counts.run().catch(() => undefined);
  }

  private async run(): Promise<void> {
    for (let round = 1; ; round++) {
      await this.clock.sleep(RELOAD_INTERVAL_MS, this.stopping.signal);
      if (this.stopping.signal.aborted) return;
      try {
        if (round % ROUNDS_PER_USE_FLUSH === 0) await this.storeUses();
        await this.reload();
        await this.counts.run();
      } catch {
        // The next round tries again; that the database is away is told by those who have something to lose by it.
      }
    }
  }

  /** Stores when tokens were last used. Rejects when the database is away. */
  async storeUses(): Promise<void> {
    await this.tokens.storeUses(this.directory.takeUses());
  }
}
