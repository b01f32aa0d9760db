import type { UsageMetadata } from '../../gemini/reply/usage';
import type { Outcome } from '../../outcome';
import type { NetworkSentences } from '../../sentence';
import { ResponseTap } from '../../upstream/stream/response-tap';
import type { AnswerGate } from './answer-gate';
import { malformedReply, MAX_HELD_BYTES, type ReplyReader } from './reply-reader';

/** A streamed reply: opened by its first content, ended well only after a finish reason. */
export class FramedReply implements ReplyReader {
  readonly #tap: ResponseTap;
  #malformed: Outcome | undefined;

  constructor(
    form: 'sse' | 'json-array',
    private readonly gate: AnswerGate,
  ) {
    this.#tap = new ResponseTap(form);
  }

  get failure(): Outcome | undefined {
    return this.#tap.error ?? this.#malformed;
  }

  get continuation(): string | undefined {
    return this.#tap.continuation;
  }

  get usage(): UsageMetadata | undefined {
    return this.#tap.usage;
  }

  get isBetweenEvents(): boolean {
    return !this.#tap.passedPartial;
  }

  push(chunk: Buffer): boolean {
    return this.#pass(this.#tap.push(chunk));
  }

  end(): Outcome {
    this.#pass(this.#tap.end());
    if (this.failure !== undefined) return this.failure;
    if (!this.#tap.sawFinish) return truncated();
    if (!this.gate.isOpen) return emptyStream();
    this.gate.end();
    return { kind: 'ok' };
  }

  #pass(bytes: Buffer | undefined): boolean {
    if (bytes === undefined) return true;
    if (this.gate.isOpen) return this.gate.write(bytes);
    this.gate.hold(bytes);
    if (this.gate.isReading && this.#tap.sawMalformed) {
      this.gate.discard();
      this.#malformed = malformedReply(this.gate.status);
      return true;
    }
    const isAnswer = this.#tap.sawContent || this.gate.heldBytes > MAX_HELD_BYTES;
    return isAnswer ? this.gate.open() : true;
  }
}

function truncated(): Outcome {
  const message: `${NetworkSentences['unfinished']}.` =
    'The upstream stream ended before it was complete: no finish reason was sent.';
  return { kind: 'truncated', error: { status: 502, message, details: [] } };
}

function emptyStream(): Outcome {
  return {
    kind: 'empty_reply',
    error: { status: 502, message: 'The upstream stream held no answer.', details: [] },
  };
}
