import type { Clock } from '../../core/clock';
import type { KeyId } from '../../core/keypool/hold';

/** Files that are uploaded one after the other are used together, and a request reaches one key only. */
const TOGETHER_MS = 3_600_000;
const MOST_TOKENS = 10_000;

/** Remembers with which key each token has last uploaded, so that its next file goes there too. */
export class RecentUploadKeys {
  readonly #byToken = new Map<number, { readonly keyId: KeyId; readonly atMs: number }>();

  constructor(private readonly clock: Clock) {}

  of(tokenId: number): KeyId | undefined {
    const recent = this.#byToken.get(tokenId);
    return recent !== undefined && this.clock.nowMs() - recent.atMs < TOGETHER_MS ? recent.keyId : undefined;
  }

  note(tokenId: number, keyId: KeyId): void {
    this.#byToken.delete(tokenId);
    this.#byToken.set(tokenId, { keyId, atMs: this.clock.nowMs() });
    if (this.#byToken.size > MOST_TOKENS) this.#byToken.delete(this.#byToken.keys().next().value!);
  }
}
