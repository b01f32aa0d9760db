import type { TranslationThread } from '../../core/gateway/threads/translation-thread';
import { openHere, type OpenedRequest } from '../../core/gateway/translation/opened-request';
import type { AdapterRecipe } from '../../core/protocol/adapter-recipe';
import type { Asked, ProtocolAdapter } from '../../core/protocol/protocol-adapter';

/** Reading a larger body on the event loop would hold up everybody else. */
const LARGEST_HERE_BYTES = 256 * 1024;

/** Reads the bodies of requests that are translated: small ones at once, large ones on another thread. */
export class RequestOpener {
  constructor(private readonly thread: Pick<TranslationThread, 'open'>) {}

  /** @param body must not be used afterwards. @throws InvalidRequestError */
  async open<Request, Question extends Asked, Body>(
    recipe: AdapterRecipe,
    adapter: ProtocolAdapter<Request, Question, Body>,
    body: Buffer,
  ): Promise<OpenedRequest<Question>> {
    return body.length <= LARGEST_HERE_BYTES ? openHere(adapter, body) : this.thread.open(recipe, body);
  }

  /** The request that was opened of the body, going on from what was kept: a long past is read on the other thread, too. */
  async recall<Question extends Asked>(
    recipe: AdapterRecipe,
    opened: OpenedRequest<Question>,
    body: Buffer,
    earlier: Buffer,
  ): Promise<OpenedRequest<Question>> {
    // What was handed to the other thread is empty here.
    const isOpenHere = body.length > 0 && body.length <= LARGEST_HERE_BYTES;
    if (!isOpenHere || earlier.length <= LARGEST_HERE_BYTES) return opened.recall(earlier);
    const elsewhere = await this.thread.open<Question>(recipe, Buffer.from(body));
    return elsewhere.recall(earlier);
  }
}
