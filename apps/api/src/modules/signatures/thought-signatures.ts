import type { Clock } from '../../core/clock';
import { textOfKey, underAnyId } from '../../core/protocol/conversation/call-digest';
import type { CallKey, GivenSignature } from '../../core/protocol/protocol-adapter';
import { RecentSignatures } from './recent-signatures';
import type { SignatureRepository, StoredSignature } from './signature.repository';
import { type ConversationOfToken, namesOf } from './signature-names';

/** A conversation that rests for longer goes on with placeholders. */
const KEPT_MS = 24 * 3_600_000;
/** About as many characters are held in memory, a signature counted under each of its names. */
const MOST_CHARS = 64 * 1024 * 1024;
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
  keep(conversation: ConversationOfToken, signatures: readonly GivenSignature[]): void {
    for (const given of signatures) {
      const { callId, digest, signature } = given;
      if (callId.length > LONGEST_ID || signature.length > LONGEST_SIGNATURE) continue;
      for (const name of namesOf(conversation, given)) this.#recent.put(name, signature);
      if (this.#waiting.length >= MOST_WAITING) continue;
      this.#waiting.push({ ...conversation, callId, digest, signature, createdAtMs: this.clock.nowMs() });
    }
  }

  /**
   * The signatures that are known, by the text of their call's key; those that the same call got under another id, by the text
   * of its key under any id. Never rejects.
   */
  async find(conversation: ConversationOfToken, calls: readonly CallKey[]): Promise<Map<string, string>> {
    const missing = calls.filter((call) => this.#recent.get(namesOf(conversation, call)[0]) === undefined);
    const stored = await this.#look(conversation, missing);
    const found = new Map<string, string>();
    for (const call of calls) {
      const [here, anywhere, newest, alike] = namesOf(conversation, call);
      const own = this.#firstOf([here, anywhere, newest], stored);
      const signature = own ?? this.#firstOf([alike], stored);
      const key = own === undefined ? underAnyId(call) : call;
      if (signature !== undefined) found.set(textOfKey(key), signature);
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

  /** Removes what is too old, and tells how much that was. Rejects when the database is away. */
  forgetOld(): Promise<number> {
    return this.repository.forgetBefore(this.clock.nowMs() - KEPT_MS);
  }

  /** What is stored, under all its names; of several under one name the newest. */
  async #look(conversation: ConversationOfToken, calls: readonly CallKey[]): Promise<Map<string, string>> {
    const byName = new Map<string, string>();
    for (const row of await this.#rowsOf(conversation, calls))
      for (const name of namesOf(row, row)) if (!byName.has(name)) byName.set(name, row.signature);
    return byName;
  }

  async #rowsOf(
    { tokenId, thread }: ConversationOfToken,
    calls: readonly CallKey[],
  ): Promise<StoredSignature[]> {
    // Only the calls of the current turn have to be signed, and they stand at the end.
    const callIds = calls.map(({ callId }) => callId).filter((callId) => callId.length <= LONGEST_ID);
    if (callIds.length === 0) return [];
    const query = this.repository
      .find(tokenId, thread, callIds.slice(-IDS_PER_QUERY))
      .catch((failure: unknown) => {
        this.onFailure(failure);
        return [];
      });
    const given = new AbortController();
    const late = this.clock.sleep(LONGEST_LOOKUP_MS, given.signal).then((): StoredSignature[] => []);
    const found = await Promise.race([query, late]);
    given.abort();
    return found;
  }

  #firstOf(names: readonly string[], stored: ReadonlyMap<string, string>): string | undefined {
    for (const name of names) {
      const signature = this.#recent.get(name) ?? stored.get(name);
      if (signature === undefined) continue;
      this.#recent.put(names[0]!, signature);
      return signature;
    }
    return undefined;
  }
}
