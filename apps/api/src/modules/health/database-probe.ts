import type { Clock } from '../../core/clock';

/** Longer than a busy database takes, shorter than those wait who ask whether the gateway is ready. */
const PATIENCE_MS = 2_000;
/** Anybody may ask; the database is bothered once a second. */
const MEMORY_MS = 1_000;

/** Tells whether the database answers, to any number of askers by one question. */
export class DatabaseProbe {
  #answer: Promise<boolean> | undefined;
  #forgottenAtMs = 0;

  /** @param ask a question that costs the database nothing; rejects where it is away */
  constructor(
    private readonly clock: Clock,
    private readonly ask: () => Promise<unknown>,
  ) {}

  /** False as well for a database that takes longer than two seconds. */
  answers(): Promise<boolean> {
    if (this.#answer !== undefined && this.clock.nowMs() < this.#forgottenAtMs) return this.#answer;
    this.#forgottenAtMs = Infinity;
    this.#answer = this.#inTime().finally(() => (this.#forgottenAtMs = this.clock.nowMs() + MEMORY_MS));
    return this.#answer;
  }

  async #inTime(): Promise<boolean> {
    const answered = new AbortController();
    const asked = this.ask().then(
      () => true,
      () => false,
    );
    const tooLate = this.clock.sleep(PATIENCE_MS, answered.signal).then(() => false);
    const isThere = await Promise.race([asked, tooLate]);
    answered.abort();
    return isThere;
  }
}
