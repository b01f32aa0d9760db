import type { AxiosInstance, RawAxiosRequestHeaders } from 'axios';
import { isJsonObject, type JsonObject } from '../json-object';
import { UploadHostError } from './upload-host';

/** One request to a host. */
export interface HostRequest {
  readonly method: 'POST' | 'PUT';
  readonly url: string;
  readonly headers?: RawAxiosRequestHeaders;
  /** Bytes, or a form whose `content-type` is made with it. */
  readonly body: Buffer | FormData;
}

/** Sends requests to upload hosts. What goes wrong on the way, or in the answer, is an UploadHostError. */
export class UploadClient {
  /** @param axios follows no redirect, takes every status, and bounds time and length */
  constructor(private readonly axios: AxiosInstance) {}

  /** The answer's text. @throws UploadHostError unless the host answers with a status of success */
  async send({ method, url, headers, body }: HostRequest, signal: AbortSignal): Promise<string> {
    const reply = await this.axios
      .request<string>({ method, url, headers: { ...typeOf(body), ...headers }, data: body, signal })
      .catch((error: unknown) => {
        throw new UploadHostError(whyNoAnswer(error, signal));
      });
    if (reply.status >= 300 && reply.status <= 399) throw new UploadHostError('It redirects elsewhere.');
    if (reply.status < 200 || reply.status > 299)
      throw new UploadHostError(`It answered with status ${reply.status}.`);
    return String(reply.data);
  }

  /** The answer's JSON. @throws UploadHostError */
  async json(request: HostRequest, signal: AbortSignal): Promise<unknown> {
    const text = await this.send(request, signal);
    try {
      return JSON.parse(text);
    } catch {
      throw new UploadHostError('It answered with something that is not JSON.');
    }
  }
}

/** Fields of an answer in JSON; none where it has no fields. */
export function fieldsOf(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** The address that an answer holds. @throws UploadHostError where there is none that a browser could open */
export function addressIn(value: unknown, base?: string): string {
  if (typeof value === 'string' && value !== '' && URL.canParse(value, base)) {
    const { href, protocol } = new URL(value, base);
    // Brackets would end the link in Markdown that it becomes.
    if (protocol === 'http:' || protocol === 'https:')
      return href.replace(/[()[\]]/g, (bracket) => `%${bracket.charCodeAt(0).toString(16).toUpperCase()}`);
  }
  throw new UploadHostError('Its answer holds no address.');
}

/** Axios would call a form urlencoded; with false it leaves its type, and the boundary in it, to `fetch`. */
function typeOf(body: Buffer | FormData): RawAxiosRequestHeaders {
  return Buffer.isBuffer(body) ? {} : { 'content-type': false };
}

/** Axios names the address in some of its messages, and with it what stands in its query. */
function whyNoAnswer(error: unknown, signal: AbortSignal): string {
  const { code, message } = error as { code?: string; message?: string };
  if (signal.aborted || code === 'ECONNABORTED' || code === 'ETIMEDOUT') return 'It took too long.';
  if (message?.startsWith('maxContentLength')) return 'Its answer is too long.';
  return 'It could not be reached.';
}
