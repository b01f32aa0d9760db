import { isErrorEnvelope } from '../errors/upstream-error';
import { JsonElementScanner } from '../scanning/json-element-scanner';
import { JsonKey } from '../scanning/json-key';
import type { StreamFacts } from './stream-facts';
import type { StreamFraming } from './stream-framing';

const ERROR = new JsonKey('error');
const OPENING = Buffer.from('[');
const CLOSING = Buffer.from('\r\n]');

/** A JSON array that is sent element by element: `[{…}\r\n,\r\n{…}]`. An error is an element of it. */
export class JsonArrayFraming implements StreamFraming {
  readonly #scanner = new JsonElementScanner();
  #isOpen = false;

  lastEnd(chunk: Buffer): number {
    let last = 0;
    for (let end = this.#scanner.next(chunk, 0); end !== -1; end = this.#scanner.next(chunk, end)) last = end;
    return last;
  }

  firstEnd(chunk: Buffer): number {
    return Math.max(0, this.#scanner.next(chunk, 0));
  }

  admit(events: Buffer, facts: StreamFacts): Buffer | undefined {
    const admitted =
      ERROR.first(events) === -1 ? events : events.subarray(0, this.#endBeforeError(events, facts));
    if (admitted.length === 0) return undefined;
    facts.observe(admitted, true, payloadsOf);
    return this.#opened(admitted);
  }

  /** Closes the array, but not of a reply that was cut off: there an error may follow as a further element. */
  finish(rest: Buffer, facts: StreamFacts): Buffer | undefined {
    if (facts.error !== undefined || !facts.sawFinish) return undefined;
    return /^\s*\]\s*$/.test(rest.toString('latin1')) ? rest : CLOSING;
  }

  /** One object in place of the array becomes its first element, so that what follows it does not tear it. */
  #opened(events: Buffer): Buffer {
    if (this.#isOpen) return events;
    this.#isOpen = true;
    const isArray = events.subarray(0, events.indexOf('{')).includes('[');
    return isArray ? events : Buffer.concat([OPENING, events]);
  }

  #endBeforeError(events: Buffer, facts: StreamFacts): number {
    let start = 0;
    for (const end of endsOf(events)) {
      const value = parseElement(textOf(events, start, end));
      if (isErrorEnvelope(value)) {
        facts.fail(value);
        return start;
      }
      start = end;
    }
    return events.length;
  }
}

function* payloadsOf(events: Buffer): Iterable<string> {
  let start = 0;
  for (const end of endsOf(events)) {
    yield textOf(events, start, end);
    start = end;
  }
}

function* endsOf(events: Buffer): Iterable<number> {
  const scanner = new JsonElementScanner();
  for (let end = scanner.next(events, 0); end !== -1; end = scanner.next(events, end)) yield end;
}

function textOf(events: Buffer, start: number, end: number): string {
  return events.toString('utf8', start, end).replace(/^[\s,[]+/, '');
}

function parseElement(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
