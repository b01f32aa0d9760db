const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

// Short strings are walked; beyond this the next quote is searched for.
const WALKED_BYTES = 48;

/**
 * Finds where the elements of a streamed JSON array end, in bytes that come in any pieces. Each byte is looked
 * at once. What stands between elements (`[`, `,`, spaces) counts to the element after it; the closing bracket
 * of the array counts to none.
 */
export class JsonElementScanner {
  #depth = 0;
  #isInString = false;
  #isEscaped = false;

  /** Goes on at `from`; returns the index after the end of the next element, or -1 where none ends in the chunk. */
  next(chunk: Buffer, from: number): number {
    let at = from;
    while (at < chunk.length) {
      if (this.#isInString) {
        at = this.#skipString(chunk, at);
        continue;
      }
      const byte = chunk[at];
      at += 1;
      if (byte === QUOTE) this.#isInString = true;
      else if (byte === OPEN_BRACE || (byte === OPEN_BRACKET && this.#depth > 0)) this.#depth += 1;
      else if ((byte === CLOSE_BRACE || byte === CLOSE_BRACKET) && this.#depth > 0) {
        this.#depth -= 1;
        if (this.#depth === 0) return at;
      }
    }
    return -1;
  }

  /** Returns the index after the closing quote, or the chunk's length where the string goes on. */
  #skipString(chunk: Buffer, from: number): number {
    let at = from;
    const walkedTo = Math.min(chunk.length, from + WALKED_BYTES);
    while (at < walkedTo) {
      const byte = chunk[at];
      at += 1;
      if (this.#isEscaped) this.#isEscaped = false;
      else if (byte === BACKSLASH) this.#isEscaped = true;
      else if (byte === QUOTE) {
        this.#isInString = false;
        return at;
      }
    }
    if (at === chunk.length || this.#isEscaped) return at;
    const quote = chunk.indexOf(QUOTE, at);
    const stop = quote === -1 ? chunk.length : quote;
    this.#isEscaped = backslashesBefore(chunk, stop, at) % 2 === 1;
    return stop;
  }
}

function backslashesBefore(chunk: Buffer, end: number, start: number): number {
  let at = end;
  while (at > start && chunk[at - 1] === BACKSLASH) at -= 1;
  return end - at;
}
