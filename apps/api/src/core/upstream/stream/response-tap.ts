import type { UsageMetadata } from '../../gemini/reply/usage';
import type { Outcome } from '../../outcome';
import { JsonArrayFraming } from './json-array-framing';
import { SseFraming } from './sse-framing';
import { StreamFacts } from './stream-facts';
import type { StreamFraming } from './stream-framing';

const MAX_HELD_BYTES = 1024 * 1024;

/**
 * Watches a streamed reply on its way to the client: hands out whole events only, keeps comments and errors
 * back, and learns what the gateway has to know. A chunk of whole events passes as the same buffer, unparsed.
 */
export class ResponseTap {
  readonly #facts = new StreamFacts();
  readonly #framing: StreamFraming;
  #held: Buffer[] = [];
  #heldBytes = 0;
  #passedPartial = false;

  constructor(form: 'sse' | 'json-array') {
    this.#framing = form === 'sse' ? new SseFraming() : new JsonArrayFraming();
  }

  /** A part with something in it, or a reason why there is none, was seen. */
  get sawContent(): boolean {
    return this.#facts.sawContent;
  }

  /** An event before the first content cannot be read as a reply. */
  get sawMalformed(): boolean {
    return this.#facts.sawMalformed;
  }

  /** The reply said how it ended: by a finish reason, or by a reason why the prompt was blocked. */
  get sawFinish(): boolean {
    return this.#facts.sawFinish;
  }

  /** See {@link StreamFacts.continuation}. */
  get continuation(): string | undefined {
    return this.#facts.continuation;
  }

  /** The last usage so far. Parsed on each call. */
  get usage(): UsageMetadata | undefined {
    return this.#facts.usage;
  }

  /** What an error inside the stream proves. It was not handed out, and nothing after it is. */
  get error(): Outcome | undefined {
    return this.#facts.error;
  }

  /** Whether the bytes handed out end in the middle of an event, one longer than a megabyte. */
  get passedPartial(): boolean {
    return this.#passedPartial;
  }

  /** Takes the next bytes; returns those that may be written to the client now. */
  push(chunk: Buffer): Buffer | undefined {
    if (chunk.length === 0 || this.#facts.error !== undefined) return undefined;
    if (this.#passedPartial) return this.#pushPart(chunk);
    const end = this.#framing.lastEnd(chunk);
    if (end === 0) return this.#hold(chunk);
    const events = this.#take(end === chunk.length ? chunk : chunk.subarray(0, end));
    const admitted = this.#framing.admit(events, this.#facts);
    if (end === chunk.length || this.#facts.error !== undefined) return admitted;
    return join(admitted, this.#hold(chunk.subarray(end)));
  }

  /** The reply has ended. Returns a last event that lacked nothing but its blank line; a torn one is dropped. */
  end(): Buffer | undefined {
    const rest = this.#take(Buffer.alloc(0));
    if (this.#passedPartial || this.#facts.error !== undefined) return undefined;
    return this.#framing.finish(rest, this.#facts);
  }

  #hold(chunk: Buffer): Buffer | undefined {
    this.#held.push(chunk);
    this.#heldBytes += chunk.length;
    if (this.#heldBytes <= MAX_HELD_BYTES) return undefined;
    const piece = this.#take(Buffer.alloc(0));
    this.#passedPartial = true;
    this.#facts.observePart(piece);
    return piece;
  }

  #pushPart(chunk: Buffer): Buffer | undefined {
    const end = this.#framing.firstEnd(chunk);
    const piece = end === 0 || end === chunk.length ? chunk : chunk.subarray(0, end);
    this.#facts.observePart(piece);
    if (end === 0) return piece;
    this.#passedPartial = false;
    return end === chunk.length ? piece : join(piece, this.push(chunk.subarray(end)));
  }

  #take(last: Buffer): Buffer {
    if (this.#heldBytes === 0) return last;
    const whole = Buffer.concat([...this.#held, last]);
    this.#held = [];
    this.#heldBytes = 0;
    return whole;
  }
}

function join(first: Buffer | undefined, second: Buffer | undefined): Buffer | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return Buffer.concat([first, second]);
}
