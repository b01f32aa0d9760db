import { answerFactsOf, continuationOf, isAnswer } from '../../gemini/reply/answer-content';
import { isReadableReply } from '../../gemini/reply/readable-reply';
import type { UsageMetadata } from '../../gemini/reply/usage';
import type { Outcome } from '../../outcome';
import { classifyError } from '../classification/classify-error';
import { toUpstreamError } from '../errors/upstream-error';
import { JsonKey } from '../scanning/json-key';
import { lastUsageIndex, parseUsageAt } from '../scanning/usage-bytes';

const FINISH_REASON = new JsonKey('finishReason');
// Holds a finish reason and a usage that stand across two pieces of an event.
const OVERLAP_BYTES = 4 * 1024;
const NO_BYTES = Buffer.alloc(0);

/** What a streamed reply has shown so far. Events are parsed until one held content, and where one may be the last. */
export class StreamFacts {
  sawContent = false;
  /** Whether an event before the first content could not be read as a reply. */
  sawMalformed = false;
  /** Whether the reply said how it ended: by a finish reason, or by a reason why the prompt was blocked. */
  sawFinish = false;
  error: Outcome | undefined;
  /** Where the reply goes on in another one: the token to ask for it with. */
  continuation: string | undefined;
  #usageBytes: Buffer | undefined;
  #usageIndex = -1;
  #overlap: Buffer = NO_BYTES;

  /** The last usage, which is the total; parsed when it is asked for. */
  get usage(): UsageMetadata | undefined {
    return this.#usageBytes && parseUsageAt(this.#usageBytes, this.#usageIndex);
  }

  /** Looks at whole events. `payloadsOf` gives the JSON text of each; `mayEnd` is whether one may hold a finish reason. */
  observe(events: Buffer, mayEnd: boolean, payloadsOf: (events: Buffer) => Iterable<string>): void {
    if (!this.sawContent || (mayEnd && !this.sawFinish && FINISH_REASON.first(events) !== -1)) {
      for (const payload of payloadsOf(events)) this.#observeEvent(payload);
    }
    this.#rememberUsage(events);
  }

  /** Looks at a piece of an event that is too long to be held. */
  observePart(piece: Buffer): void {
    const bytes = Buffer.concat([this.#overlap, piece]);
    this.#overlap = bytes.subarray(-OVERLAP_BYTES);
    this.sawContent = true;
    this.sawFinish ||= FINISH_REASON.first(bytes) !== -1;
    this.#rememberUsage(bytes);
  }

  fail(error: unknown): void {
    this.error ??= classifyError(toUpstreamError(200, error));
  }

  #observeEvent(payload: string): void {
    if (this.sawContent && (this.sawFinish || !payload.includes('"finishReason"'))) return;
    const reply = parseJson(payload);
    if (!this.sawContent && !isReadableReply(reply) && !isSilent(payload)) this.sawMalformed = true;
    const facts = answerFactsOf(reply);
    this.sawContent ||= isAnswer(facts);
    this.sawFinish ||= facts.finishReason !== undefined || facts.blockReason !== undefined;
    if (this.sawFinish) this.continuation = continuationOf(reply);
  }

  #rememberUsage(bytes: Buffer): void {
    const index = lastUsageIndex(bytes);
    if (index === -1) return;
    this.#usageBytes = bytes;
    this.#usageIndex = index;
  }
}

function isSilent(payload: string): boolean {
  const text = payload.trim();
  return text === '' || text === '[DONE]';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
