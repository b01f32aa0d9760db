// Finds where each request on a kept connection ends, and nothing else.

const headEnd = Buffer.from('\r\n\r\n');

export class RequestReader {
  #onRequest;
  #pending = Buffer.alloc(0);
  #bodyLeft = 0;
  #line = '';

  /** @param {(requestLine: string) => void} onRequest called when the whole request, with its body, has arrived */
  constructor(onRequest) {
    this.#onRequest = onRequest;
  }

  push(chunk) {
    let rest = chunk;
    while (rest.length > 0) {
      rest = this.#line === '' ? this.#readHead(rest) : this.#readBody(rest);
    }
  }

  #readHead(chunk) {
    const bytes = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    const end = bytes.indexOf(headEnd);
    if (end < 0) {
      this.#pending = bytes;
      return Buffer.alloc(0);
    }
    this.#pending = Buffer.alloc(0);
    const head = bytes.latin1Slice(0, end);
    this.#line = head.slice(0, head.indexOf('\r\n'));
    const length = /\r\ncontent-length: *(\d+)/i.exec(head);
    this.#bodyLeft = length ? Number(length[1]) : 0;
    if (this.#bodyLeft === 0) this.#finish();
    return bytes.subarray(end + headEnd.length);
  }

  #readBody(chunk) {
    const taken = Math.min(chunk.length, this.#bodyLeft);
    this.#bodyLeft -= taken;
    if (this.#bodyLeft === 0) this.#finish();
    return chunk.subarray(taken);
  }

  #finish() {
    const line = this.#line;
    this.#line = '';
    this.#onRequest(line);
  }
}
