import type { ServerResponse } from 'node:http';
import type { GatewayError } from '../gateway-error';
import type { ReplyForm } from '../gemini/upstream-call';
import { geminiErrorBody } from '../protocol/gemini/error-body';
import type { ReplyHeaders } from '../upstream/reply-receiver';
import type { ReplySink } from './reply-sink';

/** What a client may see of upstream's headers; the rest is about another connection. */
const PASSED_HEADERS = [
  'content-type',
  'content-disposition',
  'cache-control',
  'etag',
  'last-modified',
  'x-gemini-service-tier',
];

/** Writes upstream's bytes to the client as they are. */
export class Relay implements ReplySink {
  constructor(
    private readonly response: ServerResponse,
    private readonly form: ReplyForm,
    private readonly onFirstByte: () => void,
  ) {}

  open(status: number, headers: ReplyHeaders): void {
    this.onFirstByte();
    const passed = passedHeaders(headers);
    const length = headers['content-length'];
    const isWholeBody = this.form === 'unary' || this.form === 'opaque';
    if (isWholeBody && typeof length === 'string') passed['content-length'] = length;
    this.response.writeHead(status, passed);
  }

  write(bytes: Buffer): boolean {
    return this.response.write(bytes);
  }

  sendWhole(status: number, headers: ReplyHeaders, body: Buffer): void {
    this.onFirstByte();
    this.response.writeHead(status, { ...passedHeaders(headers), 'content-length': body.length });
    this.response.end(body);
  }

  end(): void {
    this.response.end();
  }

  onDrain(resume: () => void): void {
    this.response.on('drain', resume);
  }

  /**
   * Tells the client, in an answer that has begun, that it will not be complete: as an error event where one
   * can follow, else by breaking the connection. A cut is never dressed up as a normal end.
   */
  breakOff(error: GatewayError, isBetweenEvents: boolean): void {
    if (!isBetweenEvents || (this.form !== 'sse' && this.form !== 'json-array')) {
      this.response.destroy();
      return;
    }
    const body = JSON.stringify(geminiErrorBody(error));
    this.response.end(this.form === 'sse' ? `data: ${body}\r\n\r\n` : `,\r\n${body}\r\n]`);
  }
}

function passedHeaders(headers: ReplyHeaders): Record<string, string> {
  const passed: Record<string, string> = {};
  for (const name of PASSED_HEADERS) {
    const value = headers[name];
    if (typeof value === 'string') passed[name] = value;
  }
  return passed;
}
