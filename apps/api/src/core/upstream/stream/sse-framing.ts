import { JsonKey } from '../scanning/json-key';
import { SseBlockFilter } from './sse-block-filter';
import { blocksOf, payloadOf } from './sse-blocks';
import type { StreamFacts } from './stream-facts';
import type { StreamFraming } from './stream-framing';

const ERROR = new JsonKey('error');
const BLANK_LINES = ['\r\n\r\n', '\n\n', '\r\r'].map((text) => Buffer.from(text));
/** What an event may hold that is worth a closer look: a comment, an error, a finish reason. One search for all of them. */
const MARK = /\n:|error"|finishReason"/;
const COMMENT = Buffer.from('\n:');
const NO_BYTES = Buffer.alloc(0);
const OLD_MAC_BLANK_LINE = BLANK_LINES[2]!;
// A blank line is at most four bytes, so three may have come with the chunk before.
const TAIL_BYTES = 3;

/** Server-sent events, in any of the three line ends. */
export class SseFraming implements StreamFraming {
  readonly #filter = new SseBlockFilter();
  /** The last bytes of an event that is not complete. */
  #tail = NO_BYTES;
  #blankLine = BLANK_LINES[0]!;

  lastEnd(chunk: Buffer): number {
    if (endsWith(chunk, this.#blankLine)) {
      this.#tail = NO_BYTES;
      return chunk.length;
    }
    const end = this.#lastIn(chunk) || this.#acrossTail(chunk);
    this.#keepTail(chunk, end);
    return end;
  }

  firstEnd(chunk: Buffer): number {
    const ends = BLANK_LINES.map((blank) => endAt(chunk.indexOf(blank), blank)).filter((end) => end > 0);
    const end = this.#acrossTail(chunk) || (ends.length === 0 ? 0 : Math.min(...ends));
    if (end === 0) this.#keepTail(chunk, 0);
    else this.#tail = NO_BYTES;
    return end;
  }

  admit(events: Buffer, facts: StreamFacts): Buffer | undefined {
    const isMarked = MARK.test(events.toString('latin1'));
    const admitted = this.#isPlain(events, isMarked)
      ? events
      : this.#sift(blocksOf(events.toString('latin1')), facts);
    if (admitted.length === 0) return undefined;
    facts.observe(admitted, isMarked, payloadsOf);
    return admitted;
  }

  finish(rest: Buffer, facts: StreamFacts): Buffer | undefined {
    const blocks = blocksOf(rest.toString('latin1'));
    const last = blocks.pop() ?? '';
    const sifted = this.#sift(blocks, facts);
    const end =
      facts.error === undefined ? Buffer.from(this.#filter.finish(last, facts), 'latin1') : Buffer.alloc(0);
    const admitted = Buffer.concat([sifted, end]);
    if (admitted.length === 0) return undefined;
    facts.observe(admitted, true, payloadsOf);
    return admitted;
  }

  /** Whether the events may pass as they are: they begin with a field, and hold no comment and no error. */
  #isPlain(events: Buffer, isMarked: boolean): boolean {
    return (
      isLetter(events[0]!) &&
      this.#blankLine !== OLD_MAC_BLANK_LINE &&
      !this.#filter.isCollecting &&
      (!isMarked || (events.indexOf(COMMENT) === -1 && ERROR.first(events) === -1))
    );
  }

  #sift(blocks: readonly string[], facts: StreamFacts): Buffer {
    let admitted = '';
    for (const block of blocks) {
      if (facts.error !== undefined) break;
      admitted += this.#filter.admit(block, facts);
    }
    return Buffer.from(admitted, 'latin1');
  }

  /** A stream keeps to one kind of line end, so the one seen last is tried first. */
  #lastIn(chunk: Buffer): number {
    const end = endAt(chunk.lastIndexOf(this.#blankLine), this.#blankLine);
    if (end > 0) return end;
    for (const blank of BLANK_LINES) {
      const other = endAt(chunk.lastIndexOf(blank), blank);
      if (other === 0) continue;
      this.#blankLine = blank;
      return other;
    }
    return 0;
  }

  #acrossTail(chunk: Buffer): number {
    if (this.#tail.length === 0) return 0;
    const seam = Buffer.concat([this.#tail, chunk.subarray(0, TAIL_BYTES)]);
    for (const blank of BLANK_LINES) {
      const end = endAt(seam.indexOf(blank), blank) - this.#tail.length;
      if (end > 0) return end;
    }
    return 0;
  }

  #keepTail(chunk: Buffer, end: number): void {
    if (end === chunk.length) this.#tail = NO_BYTES;
    else
      this.#tail = Buffer.concat([end === 0 ? this.#tail : Buffer.alloc(0), chunk.subarray(end)]).subarray(
        -TAIL_BYTES,
      );
  }
}

function* payloadsOf(events: Buffer): Iterable<string> {
  for (const block of blocksOf(events.toString('latin1'))) {
    const payload = payloadOf(block);
    if (payload !== undefined) yield payload;
  }
}

function endAt(index: number, blank: Buffer): number {
  return index === -1 ? 0 : index + blank.length;
}

/** Compares four bytes at the most, where a search would cost a call out of the engine. */
function endsWith(chunk: Buffer, end: Buffer): boolean {
  const start = chunk.length - end.length;
  if (start < 0) return false;
  for (let at = 0; at < end.length; at += 1) if (chunk[start + at] !== end[at]) return false;
  return true;
}

function isLetter(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}
