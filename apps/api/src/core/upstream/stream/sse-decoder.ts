import { StringDecoder } from 'node:string_decoder';

const LINE_END = /[\r\n]/g;
const PLAIN_START = 'data: {';
const PLAIN_END = '\r\n\r\n';

/** Takes the JSON of one event. */
export type OnEvent = (value: unknown) => void;

/**
 * Turns the bytes of server-sent events into the JSON values they carry, however the bytes are cut.
 * Lines end in `\r\n`, `\n` or `\r`; comments and fields other than `data` are skipped, and so is `[DONE]`.
 */
export class SseDecoder {
  readonly #utf8 = new StringDecoder('utf8');
  /** The pieces of a line that has not ended. */
  #line: string[] = [];
  /** The `data` lines of an event that has not ended. */
  #data: string[] = [];
  #endedInCr = false;
  #isBroken = false;

  constructor(private readonly onEvent: OnEvent) {}

  /** Whether an event held something that is not JSON: then part of the stream is lost. */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  push(bytes: Buffer): void {
    const text = this.#utf8.write(bytes);
    const start = this.#isBetweenEvents ? this.#takePlain(text) : 0;
    if (start < text.length) this.#take(start === 0 ? text : text.slice(start));
  }

  /** The stream has ended. A last event that lacks nothing but its blank line is still told. */
  end(): void {
    this.#take(this.#utf8.end());
    this.#endLine('');
    this.#endEvent();
  }

  get #isBetweenEvents(): boolean {
    return this.#line.length === 0 && this.#data.length === 0 && !this.#endedInCr;
  }

  /** Takes events that are written as upstream writes them, which are nearly all; returns where the first other one begins. */
  #takePlain(text: string): number {
    let start = 0;
    while (text.startsWith(PLAIN_START, start)) {
      const end = text.indexOf('\r', start);
      if (end === -1 || !text.startsWith(PLAIN_END, end)) return start;
      const data = text.slice(start + PLAIN_START.length - 1, end);
      if (data.includes('\n')) return start;
      this.#tell(data);
      start = end + PLAIN_END.length;
    }
    return start;
  }

  #take(text: string): void {
    let start = 0;
    if (this.#endedInCr && text !== '') {
      this.#endedInCr = false;
      if (text.startsWith('\n')) start = 1;
    }
    for (let at = lineEnd(text, start); at !== -1; at = lineEnd(text, start)) {
      this.#endLine(text.slice(start, at));
      start = at + 1;
      if (text[at] !== '\r') continue;
      if (start === text.length) this.#endedInCr = true;
      else if (text[start] === '\n') start += 1;
    }
    if (start < text.length) this.#line.push(start === 0 ? text : text.slice(start));
  }

  #endLine(rest: string): void {
    const line = this.#line.length === 0 ? rest : this.#line.join('') + rest;
    this.#line = [];
    if (line === '') this.#endEvent();
    else if (line.startsWith('data:')) this.#data.push(line.slice(5));
  }

  #endEvent(): void {
    if (this.#data.length === 0) return;
    const data = this.#data.join('\n');
    this.#data = [];
    this.#tell(data.trim());
  }

  #tell(text: string): void {
    if (text === '' || text === '[DONE]') return;
    const value = parseJson(text);
    if (value === undefined) this.#isBroken = true;
    else this.onEvent(value);
  }
}

function lineEnd(text: string, from: number): number {
  LINE_END.lastIndex = from;
  return LINE_END.test(text) ? LINE_END.lastIndex - 1 : -1;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
