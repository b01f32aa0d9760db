import type { Clock } from '../../core/clock';
import type { StoredResponse, StoredResponseRepository } from './stored-response.repository';

const DAY_MS = 24 * 3_600_000;
/** An answer waits no longer for the database: it is written later. */
const LONGEST_WRITE_MS = 1_000;
/** About as many characters wait for a database that is away. */
const MOST_WAITING_CHARS = 64 * 1024 * 1024;

/** Keeps responses, each for the token that it was made for. They are found at once, and are stored right after. */
export class StoredResponses {
  readonly #waiting = new Map<string, StoredResponse>();
  #waitingChars = 0;
  #flushing: Promise<void> | undefined;
  #batch: Promise<void> | undefined;

  constructor(
    private readonly repository: Pick<
      StoredResponseRepository,
      'find' | 'links' | 'store' | 'remove' | 'forgetUnusedSince'
    >,
    private readonly clock: Clock,
    private readonly keepDays: () => number,
    /** Told of each failure of the database; must not throw. */
    private readonly onFailure: (failure: unknown) => void,
  ) {}

  /** False where the gateway keeps none (STORED_RESPONSES_DAYS). */
  get isKeeping(): boolean {
    return this.keepDays() > 0;
  }

  keep(response: Omit<StoredResponse, 'usedAtMs'>): void {
    const row = { ...response, usedAtMs: this.clock.nowMs() };
    const chars = charsOf(row);
    if (this.#waitingChars + chars > MOST_WAITING_CHARS)
      return this.onFailure(new Error('Too many responses wait to be stored.'));
    this.#waiting.set(row.id, row);
    this.#waitingChars += chars;
    void this.flush();
  }

  async find(tokenId: number, id: string): Promise<StoredResponse | undefined> {
    const waiting = this.#waiting.get(id);
    if (waiting !== undefined) return waiting.tokenId === tokenId ? waiting : undefined;
    return (await this.repository.find(tokenId, [id]))[0];
  }

  /** The response and all that it goes on from, oldest first; undefined where one of them is not kept any more. */
  async conversation(tokenId: number, id: string): Promise<StoredResponse[] | undefined> {
    const last = await this.find(tokenId, id);
    if (last === undefined) return undefined;
    if (last.previousId === null) return [last];
    await this.flush();
    const links = new Map(
      [...(await this.repository.links(tokenId, last.rootId)), ...this.#waiting.values()].map((link) => [
        link.id,
        link.previousId,
      ]),
    );
    const ids: string[] = [];
    for (let at: string | null | undefined = last.previousId; at !== null; at = links.get(at)) {
      if (at === undefined || !links.has(at) || ids.includes(at)) return undefined;
      ids.unshift(at);
    }
    const found = new Map((await this.repository.find(tokenId, ids)).map((row) => [row.id, row]));
    const rows = ids.flatMap((each) => found.get(each) ?? this.#waiting.get(each) ?? []);
    return rows.length === ids.length ? [...rows, last] : undefined;
  }

  /** False where there was none. */
  async remove(tokenId: number, id: string): Promise<boolean> {
    await this.flush();
    const waiting = this.#waiting.get(id);
    if (waiting?.tokenId === tokenId) this.#forget(waiting);
    return (await this.repository.remove(tokenId, id)) || waiting?.tokenId === tokenId;
  }

  /** Stores what waits. Never rejects; what could not be stored waits for the next time. */
  flush(): Promise<void> {
    this.#flushing ??= this.#write().finally(() => (this.#flushing = undefined));
    return this.#flushing;
  }

  /** Resolves once the response is stored, so that a client can rely on it; also where the database takes too long. */
  async written(id: string): Promise<void> {
    const isWritten = new AbortController();
    await Promise.race([this.#storedBatch(id), this.clock.sleep(LONGEST_WRITE_MS, isWritten.signal)]);
    isWritten.abort();
  }

  /**
   * Removes conversations that nobody has gone on with for too long, and tells how many responses that were. Rejects
   * when the database is away.
   */
  forgetOld(): Promise<number> {
    return this.repository.forgetUnusedSince(this.clock.nowMs() - this.keepDays() * DAY_MS);
  }

  async #write(): Promise<void> {
    while (this.#waiting.size > 0) {
      const rows = [...this.#waiting.values()];
      let isStored = true;
      this.#batch = this.repository.store(rows).catch((failure: unknown) => {
        isStored = false;
        this.onFailure(failure);
      });
      await this.#batch;
      if (!isStored) return;
      for (const row of rows) this.#forget(row);
    }
  }

  /** What is kept while a batch is written is part of the next one. */
  async #storedBatch(id: string): Promise<void> {
    for (let round = 0; round < 2 && this.#waiting.has(id); round += 1) await this.#batch;
  }

  #forget(row: StoredResponse): void {
    if (this.#waiting.delete(row.id)) this.#waitingChars -= charsOf(row);
  }
}

function charsOf({ input, output, response, signatures }: StoredResponse): number {
  return input.length + output.length + response.length + signatures.length;
}
