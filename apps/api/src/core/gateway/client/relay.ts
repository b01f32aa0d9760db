import type { ServerResponse } from 'node:http';
import type { GatewayError } from '../../gateway-error';
import type { ReplyForm } from '../../gemini/upstream-call';
import { geminiErrorBody } from '../../protocol/gemini/error-body';
import type { ReplyHeaders } from '../../upstream/reply-receiver';
import type { ReplySink } from '../sinks/reply-sink';
import { GatheredWrites } from './gathered-writes';

/** What a client may see of upstream's headers; the rest is about another connection. */
const PASSED_HEADERS = [
  'content-type',
  'content-disposition',
  'cache-control',
  'etag',
  'last-modified',
  'x-gemini-service-tier',
  'content-range',
  'accept-ranges',
  'location',
];

/** A client's response, which begins with headers of its own. */
export interface RelayedResponse {
  readonly response: ServerResponse;
  writeHead(status: number, headers: Readonly<Record<string, string>>): void;
}

/** Up to this size bytes are cheaper to send as a text, which Node puts behind the head and writes at once. */
const WRITTEN_WITH_HEAD_BYTES = 8 * 1024;

/** Writes upstream's bytes to the client as they are. */
export class Relay implements ReplySink {
  readonly #writes: GatheredWrites;

  constructor(
    private readonly client: RelayedResponse,
    private readonly form: ReplyForm,
    private readonly onFirstByte: () => void,
  ) {
    this.#writes = new GatheredWrites(client.response);
  }

  open(status: number, headers: ReplyHeaders): void {
    this.onFirstByte();
    const isWholeBody = this.form === 'unary' || this.form === 'opaque';
    this.client.writeHead(
      status,
      passedHeaders(headers, isWholeBody ? headers['content-length'] : undefined),
    );
  }

  write(bytes: Buffer): boolean {
    return this.#writes.write(bytes);
  }

  sendWhole(status: number, headers: ReplyHeaders, body: Buffer): void {
    this.onFirstByte();
    this.client.writeHead(status, passedHeaders(headers, String(body.length)));
    const { response } = this.client;
    // In Latin-1 each byte is a character.
    if (body.length <= WRITTEN_WITH_HEAD_BYTES) response.end(body.toString('latin1'), 'latin1');
    else response.end(body);
  }

  end(): void {
    this.#writes.flush();
    this.client.response.end();
  }

  onDrain(resume: () => void): void {
    this.client.response.on('drain', resume);
  }

  /**
   * Tells the client, in an answer that has begun, that it will not be complete: as an error event where one
   * can follow, else by breaking the connection. A cut is never dressed up as a normal end.
   */
  breakOff(error: GatewayError, isBetweenEvents: boolean): void {
    this.#writes.flush();
    if (!isBetweenEvents || (this.form !== 'sse' && this.form !== 'json-array')) {
      this.client.response.destroy();
      return;
    }
    const body = JSON.stringify(geminiErrorBody(error));
    this.client.response.end(this.form === 'sse' ? `data: ${body}\r\n\r\n` : `,\r\n${body}\r\n]`);
  }
}

function passedHeaders(
  headers: ReplyHeaders,
  contentLength: string | string[] | undefined,
): Record<string, string> {
  const passed: Record<string, string> = {};
  for (const name of PASSED_HEADERS) {
    const value = headers[name];
    if (typeof value === 'string') passed[name] = value;
  }
  if (typeof contentLength === 'string') passed['content-length'] = contentLength;
  return passed;
}
