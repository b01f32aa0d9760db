import { PayloadTooLargeError } from '../../core/gateway-error';
import type { Need, Resolved } from '../../core/protocol/protocol-adapter';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import { FetchRefusal } from '../media/fetch-refusal';
import type { FetchedMedia, MediaFetcher } from '../media/media-fetcher';
import type { ThoughtSignatures } from '../signatures/thought-signatures';
import type { RequestBodies } from './request-bodies';

/** A picture behind one of the gateway's own addresses; undefined for any other address. */
export type FindPicture = (url: string) => Promise<FetchedMedia | undefined>;

const MOST_ADDRESSES = 64;
const AT_ONCE = 6;

const NOTHING: Resolved = { media: new Map(), signatures: new Map() };

/** Fetches what a request needs before it can be translated. */
export class NeedsResolver {
  constructor(
    private readonly media: Pick<MediaFetcher, 'fetch'>,
    private readonly signatures: Pick<ThoughtSignatures, 'find'>,
    private readonly bodies: Pick<RequestBodies, 'hold'>,
  ) {}

  /**
   * @param ownPictures finds pictures that the gateway keeps itself; absent where those that earlier answers show are not wanted
   * @throws PayloadTooLargeError, OverBudgetError
   */
  resolve(
    exchange: ClientExchange,
    needs: readonly Need[],
    thread: string,
    ownPictures?: FindPicture,
  ): Resolved | Promise<Resolved> {
    return needs.length === 0 ? NOTHING : this.#resolveAll(exchange, needs, thread, ownPictures);
  }

  async #resolveAll(
    exchange: ClientExchange,
    needs: readonly Need[],
    thread: string,
    ownPictures: FindPicture | undefined,
  ): Promise<Resolved> {
    const isWanted = ({ kind }: Need): boolean =>
      kind === 'media' || (kind === 'shown-picture' && ownPictures !== undefined);
    const urls = needs.flatMap((need) => (isWanted(need) && 'url' in need ? [need.url] : []));
    const calls = needs.filter((need) => need.kind === 'signature');
    const [fetched, signatures] = await Promise.all([
      this.#fetchAll(exchange, urls, ownPictures),
      calls.length === 0
        ? NOTHING.signatures
        : this.signatures.find({ tokenId: exchange.identity?.id ?? 0, thread }, calls),
    ]);
    return { ...fetched, signatures };
  }

  async #fetchAll(
    exchange: ClientExchange,
    urls: readonly string[],
    ownPictures: FindPicture | undefined,
  ): Promise<Pick<Resolved, 'media' | 'mediaFailures'>> {
    if (urls.length === 0) return { media: NOTHING.media };
    if (urls.length > MOST_ADDRESSES)
      throw new PayloadTooLargeError(`At most ${MOST_ADDRESSES} addresses are fetched for one request.`);
    const media = new Map<string, { mimeType: string; base64: string }>();
    const mediaFailures = new Map<string, string>();
    const waiting = [...urls];
    const fetchNext = async (): Promise<void> => {
      for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
        try {
          const fetched =
            (await ownPictures?.(url)) ?? (await this.media.fetch(url, exchange.clientLeft.signal));
          this.bodies.hold(exchange, fetched.base64.length);
          media.set(url, fetched);
        } catch (error) {
          if (!(error instanceof FetchRefusal)) throw error;
          mediaFailures.set(url, error.message);
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, urls.length) }, fetchNext));
    return { media, mediaFailures };
  }
}
