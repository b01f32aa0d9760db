/** Signatures in memory, by key; the least recently used go first once all together are too long. */
export class RecentSignatures {
  readonly #byKey = new Map<string, string>();
  #chars = 0;

  constructor(private readonly maxChars: number) {}

  get(key: string): string | undefined {
    const signature = this.#byKey.get(key);
    if (signature === undefined) return undefined;
    this.#byKey.delete(key);
    this.#byKey.set(key, signature);
    return signature;
  }

  put(key: string, signature: string): void {
    this.#remove(key);
    this.#byKey.set(key, signature);
    this.#chars += signature.length;
    for (const oldest of this.#byKey.keys()) {
      if (this.#chars <= this.maxChars) return;
      this.#remove(oldest);
    }
  }

  #remove(key: string): void {
    this.#chars -= this.#byKey.get(key)?.length ?? 0;
    this.#byKey.delete(key);
  }
}
