import { UnsupportedValueError } from '../../core/answer-faults';
import { NoUsableKeyError } from '../../core/gateway/faults/upstream-faults';
import { ClientLeftError } from '../../core/gateway-error';
import type { ChunkTarget } from '../../core/gateway/chunks/chunk-target';
import type { GenerateContentResponse } from '../../core/gemini/reply/generate-content-response';
import { joinReplies } from '../../core/gemini/reply/join-replies';
import type { GenerateContentRequest } from '../../core/gemini/request/generate-content-request';
import type { SafetySetting } from '../../core/gemini/request/safety';
import { type EditedPictures, toPictureRequest } from '../../core/images/gemini-pictures';
import { isImagen } from '../../core/images/image-model';
import { picturesOfPrediction, toPredictRequests } from '../../core/images/imagen-pictures';
import { type MadePicture, type MadePictures, pictureIn, picturesOf } from '../../core/images/made-pictures';
import type { PictureOrder } from '../../core/images/picture-order';
import { inTurn } from '../../core/in-turn';
import type { KeyPool } from '../../core/keypool/key-pool';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { ReadCalls } from '../gateway/read-calls';
import type { KeyPools } from '../keys/key-pools';
import type { ModelCatalog } from '../models/model-catalog';

const CALLS_AT_ONCE = 4;

/** Everything that decides what is made. */
export interface PictureJob {
  readonly exchange: ClientExchange;
  /** The bare name. */
  readonly model: string;
  readonly order: PictureOrder;
  readonly edited: EditedPictures | undefined;
}

/** Who wants to know of pictures before all are made. */
export interface PictureWatcher {
  draft(picture: MadePicture): void;
  made(pictures: MadePictures): void;
}

/** Has pictures made upstream: by as many calls side by side as an order takes, with paid keys where there are any. */
export class PictureMaker {
  constructor(
    private readonly calls: Pick<ReadCalls, 'generate' | 'stream' | 'json'>,
    private readonly pools: Pick<KeyPools, 'of'>,
    private readonly models: Pick<ModelCatalog, 'offers'>,
    private readonly safetySettings: () => readonly SafetySetting[],
  ) {}

  /**
   * What each call gave. Those that fail are left out as long as one succeeds.
   * @param watcher makes the calls of Gemini models streams, so that their drafts are seen
   * @throws GatewayError
   */
  async make(job: PictureJob, watcher?: PictureWatcher): Promise<readonly MadePictures[]> {
    const faults: unknown[] = [];
    const made = await inTurn(this.#callsOf(job, watcher), CALLS_AT_ONCE, async (call) => {
      try {
        const pictures = await call();
        watcher?.made(pictures);
        return [pictures];
      } catch (fault) {
        faults.push(fault);
        return [];
      }
    });
    const all = made.flat();
    if (all.length === 0 || faults.some((fault) => fault instanceof ClientLeftError)) throw faults[0];
    return all;
  }

  #callsOf(job: PictureJob, watcher: PictureWatcher | undefined): (() => Promise<MadePictures>)[] {
    const { exchange, model, order, edited } = job;
    const method = isImagen(model) ? 'predict' : 'generateContent';
    const call = { model, isModelListed: this.models.offers(model, method) };
    if (isImagen(model)) {
      if (edited) throw new UnsupportedValueError('model', `${model} makes pictures and edits none.`);
      return toPredictRequests(order).map(
        (body) => () =>
          this.#withKeys(async (pool) =>
            picturesOfPrediction(await this.calls.json(exchange, 'predict', { ...call, pool, body })),
          ),
      );
    }
    const body = toPictureRequest(order, edited, this.safetySettings());
    const one = (): Promise<MadePictures> =>
      this.#withKeys(async (pool) =>
        picturesOf(
          watcher === undefined
            ? await this.calls.generate(exchange, { ...call, pool, body })
            : await this.#watched(exchange, { ...call, pool, body }, watcher),
        ),
      );
    return Array.from({ length: order.count }, () => one);
  }

  /** Free projects make few pictures: paid keys make them, unless all of these are out of use, or turn out to be. */
  async #withKeys<Made>(make: (pool: KeyPool) => Promise<Made>): Promise<Made> {
    const pool = this.#pool;
    try {
      return await make(pool);
    } catch (fault) {
      const other = this.#pool;
      if (!(fault instanceof NoUsableKeyError) || other === pool) throw fault;
      return make(other);
    }
  }

  async #watched(
    exchange: ClientExchange,
    call: { model: string; pool: KeyPool; isModelListed: boolean; body: GenerateContentRequest },
    watcher: PictureWatcher,
  ): Promise<GenerateContentResponse> {
    const chunks: GenerateContentResponse[] = [];
    const target: ChunkTarget = {
      take: (chunk) => {
        chunks.push(chunk);
        for (const part of chunk.candidates?.[0]?.content?.parts ?? []) {
          const draft = part.thought ? pictureIn(part) : undefined;
          if (draft !== undefined) watcher.draft(draft);
        }
      },
      flush: () => true,
      onDrain: () => undefined,
    };
    await this.calls.stream(exchange, call, target);
    return joinReplies(chunks);
  }

  get #pool(): KeyPool {
    const [paid, free] = [this.pools.of('paid'), this.pools.of('gemini')];
    const { ready, resting, total } = paid.totals();
    const isInUse = ready + resting > 0;
    return isInUse || (total > 0 && free.totals().total === 0) ? paid : free;
  }
}
