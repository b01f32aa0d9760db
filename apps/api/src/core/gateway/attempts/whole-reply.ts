import { continuationOf } from '../../gemini/reply/answer-content';
import { isReadableReply } from '../../gemini/reply/readable-reply';
import type { UsageMetadata } from '../../gemini/reply/usage';
import type { UpstreamCall } from '../../gemini/upstream-call';
import type { Outcome } from '../../outcome';
import { readReply, type ReadReply } from '../../upstream/classification/read-reply';
import { usageOfReply } from '../../upstream/scanning/unary-facts';
import type { AnswerGate } from './answer-gate';
import { malformedReply, MAX_HELD_BYTES, type ReplyReader } from './reply-reader';

/** Enough of the end of a long reply to find its usage in. */
const TAIL_BYTES = 16 * 1024;
const NO_BYTES = Buffer.alloc(0);

/** A reply in one body: held until it is classified, or passed on as it comes once it is too long to hold. */
export class WholeReply implements ReplyReader {
  readonly isBetweenEvents = false;
  continuation: string | undefined;
  readonly #isSuccess: boolean;
  #tail: Buffer = NO_BYTES;
  #usage: UsageMetadata | undefined;
  #failure: Outcome | undefined;

  constructor(
    private readonly call: UpstreamCall,
    private readonly gate: AnswerGate,
  ) {
    this.#isSuccess = gate.status >= 200 && gate.status <= 299;
    if (this.#isSuccess && call.replyForm === 'opaque') gate.open();
  }

  get failure(): Outcome | undefined {
    return this.#failure;
  }

  get usage(): UsageMetadata | undefined {
    return this.#usage;
  }

  push(chunk: Buffer): boolean {
    if (this.gate.isOpen) {
      this.#remember(chunk);
      return this.gate.write(chunk);
    }
    this.gate.hold(chunk);
    if (this.gate.heldBytes <= MAX_HELD_BYTES) return true;
    if (this.#isSuccess) return this.gate.open();
    this.#failure = this.#read().outcome;
    return true;
  }

  end(): Outcome {
    if (this.gate.isOpen) {
      this.#usage = usageOfReply(this.#tail);
      this.gate.end();
      return { kind: 'ok' };
    }
    const { outcome, usage, json } = this.#read();
    this.#usage = usage;
    if (this.call.expects === 'answer') this.continuation = continuationOf(json);
    if (outcome.kind === 'ok' && this.call.expects === 'answer' && this.gate.isReading && !isReadable(json)) {
      this.gate.discard();
      return malformedReply(this.gate.status);
    }
    if (outcome.kind === 'ok') this.gate.sendHeld(json);
    return outcome;
  }

  #read(): ReadReply {
    return readReply(this.gate.status, this.gate.headers, this.gate.held(), this.call);
  }

  #remember(chunk: Buffer): void {
    const tail = chunk.length >= TAIL_BYTES ? chunk : Buffer.concat([this.#tail, chunk]);
    this.#tail = tail.length > TAIL_BYTES ? tail.subarray(-TAIL_BYTES) : tail;
  }
}

/** A streamed array that was collected is one answer in pieces. */
function isReadable(json: unknown): boolean {
  return Array.isArray(json) ? json.every(isReadableReply) : isReadableReply(json);
}
