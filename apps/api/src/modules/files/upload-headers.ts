import type { IncomingHttpHeaders } from 'node:http';
import { forwardedHeaders } from '../../core/gemini/native/forwarded-request';
import type { ReplyHeaders } from '../../core/upstream/reply-receiver';

const FORWARDED = ['content-range', 'slug'];
const PASSED = [
  'content-type',
  'range',
  'x-goog-upload-status',
  'x-goog-upload-size-received',
  'x-goog-upload-chunk-granularity',
];

/** What of a client's headers goes upstream with an upload. */
export function uploadRequestHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const forwarded = forwardedHeaders(headers);
  for (const [name, value] of Object.entries(headers)) {
    const isPart = name.startsWith('x-goog-upload-') || FORWARDED.includes(name);
    if (isPart && typeof value === 'string') forwarded[name] = value;
  }
  return forwarded;
}

/** What of upstream's headers the client is told; never an address of upstream's. */
export function uploadReplyHeaders(headers: ReplyHeaders): Record<string, string> {
  const passed: Record<string, string> = {};
  for (const name of PASSED) {
    const value = headers[name];
    if (typeof value === 'string') passed[name] = value;
  }
  return passed;
}
