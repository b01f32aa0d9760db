import { request, type Dispatcher } from 'undici';
import type { AddressGuard } from '../../core/fetch/address-guard';
import { mediaTypeOf } from '../../core/gemini/media/media-types';
import type { EgressDispatchers } from '../../core/upstream/egress/egress-dispatchers';
import { FetchRefusal } from './fetch-refusal';
import { type LookUp, safeTargetOf } from './safe-target';

/** What upstream takes inline in one request. */
const MOST_BYTES = 50 * 1024 * 1024;
const MOST_REDIRECTS = 5;
const TIME_LIMIT_MS = 30_000;
const FETCHED_TYPES = /^(image|audio|video)\/|^application\/pdf$|^text\/(?!html)/;

/** Something that was fetched. */
export interface FetchedMedia {
  readonly mimeType: string;
  readonly base64: string;
}

/**
 * Fetches what a client's web addresses point to, from the public internet and nowhere else: the host of every address, and
 * of every address it redirects to, is looked up and checked here, also where an egress proxy is used.
 */
export class MediaFetcher {
  constructor(
    private readonly egress: Pick<EgressDispatchers, 'for'>,
    private readonly guard: () => AddressGuard,
    private readonly lookUp: LookUp,
  ) {}

  /** @throws FetchRefusal */
  async fetch(address: string, signal: AbortSignal): Promise<FetchedMedia> {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT_MS)]);
    try {
      return await this.#follow(new URL(address), limited);
    } catch (error) {
      if (error instanceof FetchRefusal) throw error;
      throw new FetchRefusal(limited.aborted ? 'it took too long' : 'the connection failed');
    }
  }

  async #follow(first: URL, signal: AbortSignal): Promise<FetchedMedia> {
    let url = first;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const reply = await this.#send(url, signal);
      const { location } = reply.headers;
      const isRedirect = reply.statusCode >= 300 && reply.statusCode <= 399 && typeof location === 'string';
      if (!isRedirect) return received(reply);
      discard(reply.body);
      if (!URL.canParse(location, url.href)) throw new FetchRefusal('it redirects to no address');
      url = new URL(location, url);
    }
    throw new FetchRefusal('it redirects too often');
  }

  async #send(url: URL, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
    const { origin, path, host } = await safeTargetOf(url, this.guard(), this.lookUp);
    return request(origin + path, {
      dispatcher: this.egress.for(host).dispatcher,
      // The certificate is checked against the name in `host`.
      headers: { host, accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'gemini-balance' },
      reset: true,
      signal,
    });
  }
}

async function received({ statusCode, headers, body }: Dispatcher.ResponseData): Promise<FetchedMedia> {
  if (statusCode !== 200) {
    discard(body);
    throw new FetchRefusal(`its server answered ${statusCode}`);
  }
  const chunks: Buffer[] = [];
  let bytes = Number(headers['content-length'] ?? 0);
  if (bytes <= MOST_BYTES) {
    bytes = 0;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) break;
      chunks.push(chunk);
    }
  }
  if (bytes > MOST_BYTES) {
    discard(body);
    throw new FetchRefusal(`it is larger than ${MOST_BYTES / 2 ** 20} MB`);
  }
  if (bytes === 0) throw new FetchRefusal('it is empty');
  const base64 = Buffer.concat(chunks).toString('base64');
  return { mimeType: typeOf(headers['content-type'], base64), base64 };
}

/** Reads no further. */
function discard(body: Dispatcher.ResponseData['body']): void {
  body.on('error', () => undefined).destroy();
}

/** What the bytes look like counts more than what the server says. */
function typeOf(declared: string | string[] | undefined, base64: string): string {
  const type = mediaTypeOf('', base64) ?? mediaTypeOf(String(declared ?? ''), base64) ?? 'unknown';
  if (!FETCHED_TYPES.test(type)) throw new FetchRefusal(`its type is ${type}`);
  return type;
}
