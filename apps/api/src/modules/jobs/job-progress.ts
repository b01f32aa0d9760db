import type { JobItemDto } from '@gemini-balance/shared';

const RECENT = 20;

/** How far a job has come. */
export class JobProgress {
  readonly #counts: Map<string, number>;
  readonly #recent: JobItemDto[] = [];
  #unstored: JobItemDto[] = [];
  #done: number;

  /** @param counts how many ended how before, by reason. */
  constructor(counts: Readonly<Record<string, number>> = {}) {
    this.#counts = new Map(Object.entries(counts));
    this.#done = [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  get done(): number {
    return this.#done;
  }

  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }

  /** The last that ended, newest last. */
  get recent(): readonly JobItemDto[] {
    return this.#recent;
  }

  add(ended: readonly JobItemDto[]): void {
    this.#done += ended.length;
    for (const item of ended) this.#counts.set(item.reason, (this.#counts.get(item.reason) ?? 0) + 1);
    this.#unstored.push(...ended);
    this.#recent.push(...ended.slice(-RECENT));
    this.#recent.splice(0, this.#recent.length - RECENT);
  }

  /** Takes out what ended since this was last called. */
  takeUnstored(): JobItemDto[] {
    const items = this.#unstored;
    this.#unstored = [];
    return items;
  }

  /** Puts back what could not be stored. */
  giveBack(items: readonly JobItemDto[]): void {
    this.#unstored = [...items, ...this.#unstored];
  }
}
