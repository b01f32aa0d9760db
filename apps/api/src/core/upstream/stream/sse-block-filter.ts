import { isErrorEnvelope } from '../errors/upstream-error';
import { decode, payloadOf } from './sse-blocks';
import type { StreamFacts } from './stream-facts';

const LINES = /[^\r\n]*(?:\r\n|\n|\r|$)/g;
const MAX_BARE_CHARS = 1024 * 1024;

/**
 * Lets the blocks of a client's stream through one by one: without comments, and without errors. Upstream sends an
 * error as an event, but also as bare JSON, pretty-printed and without `data:` (docs/protocol-notes.md, "Stream framing").
 * Works on bytes read as latin1.
 */
export class SseBlockFilter {
  #bare = '';

  /** Whether bare JSON has begun that is not complete: no block may pass unseen. */
  get isCollecting(): boolean {
    return this.#bare !== '';
  }

  /** Returns what of the block may pass; empty where nothing may. */
  admit(block: string, facts: StreamFacts): string {
    if (this.#bare !== '') return this.#takeBare(block, facts);
    const lines = (block.match(LINES) ?? []).filter((line) => !line.startsWith(':'));
    const bareAt = lines.findIndex((line) => /^\s*[{[]/.test(line));
    const event = bareAt === -1 ? lines : [...lines.slice(0, bareAt), '\r\n'];
    const admitted = this.#admitEvent(event.join(''), facts);
    return bareAt === -1 ? admitted : admitted + this.#takeBare(lines.slice(bareAt).join(''), facts);
  }

  /** Takes the last block, which no blank line ended. A whole event in it passes, with the line it lacked. */
  finish(block: string, facts: StreamFacts): string {
    const admitted = this.admit(`${block.replace(/[\r\n]+$/, '')}\r\n\r\n`, facts);
    const payload = payloadOf(admitted);
    return payload === undefined || parseJson(payload) === undefined ? '' : admitted;
  }

  #admitEvent(event: string, facts: StreamFacts): string {
    if (event.trim() === '') return '';
    const payload = event.includes('"error"') ? parseJson(payloadOf(event) ?? '') : undefined;
    if (!isErrorEnvelope(payload)) return event.replace(/^[\r\n]+/, '');
    facts.fail(payload);
    return '';
  }

  /** Bare JSON may be spread over blank lines: it is collected until it can be parsed. */
  #takeBare(text: string, facts: StreamFacts): string {
    if (facts.error !== undefined) return '';
    const bare = this.#bare + text;
    const value = parseJson(decode(bare));
    const isOpen = value === undefined && bare.length <= MAX_BARE_CHARS;
    this.#bare = isOpen ? bare : '';
    if (isOpen) return '';
    if (!isErrorEnvelope(value)) return bare;
    facts.fail(value);
    return '';
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
