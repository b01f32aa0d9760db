import type { Clock } from '../../core/clock';
import type { GivenSignature } from '../../core/protocol/protocol-adapter';
import { RecentSignatures } from './recent-signatures';
import type { SignatureRepository, StoredSignature } from './signature.repository';

/** A conversation that rests for longer goes on with placeholders. */
const KEPT_MS = 24 * 3_600_000;
/** About as many characters are held in memory. */
const MOST_CHARS = 32 * 1024 * 1024;
/** What the column of the database holds, in ASCII. */
const LONGEST_SIGNATURE = 65_535;
const LONGEST_ID = 64;
const MOST_WAITING = 10_000;
/** A conversation waits no longer for the database: placeholders do as well. */
const LONGEST_LOOKUP_MS = 1_000;
const IDS_PER_QUERY = 200;

/**
 * Keeps the thought signatures of tool calls, because most clients do not bring them back
 * (docs/protocol-notes.md, "Thought signatures"). Each token finds its own only.
 */
export class ThoughtSignatures {
  readonly #recent = new RecentSignatures(MOST_CHARS);
  #waiting: StoredSignature[] = [];

  constructor(
    private readonly repository: Pick<SignatureRepository, 'find' | 'store' | 'forgetBefore'>,
    private readonly clock: Clock,
    /** Told of each failure of the database; must not throw. */
    private readonly onFailure: (failure: unknown) => void,
  ) {}

  /** At hand at once, and stored a moment later. */
  keep(tokenId: number, signatures: readonly GivenSignature[]): void {
    for (const { callId, signature } of signatures) {
      if (callId.length > LONGEST_ID || signature.length > LONGEST_SIGNATURE) continue;
      this.#recent.put(keyOf(tokenId, callId), signature);
      if (this.#waiting.length >= MOST_WAITING) continue;
      this.#waiting.push({ tokenId, callId, signature, createdAtMs: this.clock.nowMs() });
    }
  }

  /** The signatures that are known, by call id. Never rejects. */
  async find(tokenId: number, callIds: readonly string[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    const missing: string[] = [];
    for (const callId of callIds) {
      const signature = this.#recent.get(keyOf(tokenId, callId));
      if (signature !== undefined) found.set(callId, signature);
      else if (callId.length <= LONGEST_ID) missing.push(callId);
    }
    for (const { callId, signature } of await this.#look(tokenId, missing)) {
      this.#recent.put(keyOf(tokenId, callId), signature);
      found.set(callId, signature);
    }
    return found;
  }

  /** Stores what waits. Never rejects; what could not be stored waits for the next time. */
  async flush(): Promise<void> {
    const batch = this.#waiting.splice(0);
    if (batch.length === 0) return;
    try {
      await this.repository.store(batch);
    } catch (failure) {
      this.#waiting = [...batch, ...this.#waiting].slice(0, MOST_WAITING);
      this.onFailure(failure);
    }
  }

  /** Removes what is too old. Never rejects. */
  async forgetOld(): Promise<void> {
    await this.repository.forgetBefore(this.clock.nowMs() - KEPT_MS).catch(this.onFailure);
  }

  async #look(tokenId: number, callIds: readonly string[]): Promise<StoredSignature[]> {
    if (callIds.length === 0) return [];
    // Only the calls of the current turn have to be signed, and they stand at the end.
    const query = this.repository.find(tokenId, callIds.slice(-IDS_PER_QUERY)).catch((failure: unknown) => {
      this.onFailure(failure);
      return [];
    });
    const given = new AbortController();
    const late = this.clock.sleep(LONGEST_LOOKUP_MS, given.signal).then((): StoredSignature[] => []);
    const found = await Promise.race([query, late]);
    given.abort();
    return found;
  }
}

function keyOf(tokenId: number, callId: string): string {
  return `${tokenId} ${callId}`;
}
