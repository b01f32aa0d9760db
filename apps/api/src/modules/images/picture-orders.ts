import type { Clock } from '../../core/clock';
import type { EditedPictures } from '../../core/images/gemini-pictures';
import { imageModelOf } from '../../core/images/image-model';
import type { MadePicture } from '../../core/images/made-pictures';
import { PictureEvents, type PictureStream } from '../../core/images/picture-events';
import type { PictureOrder } from '../../core/images/picture-order';
import { toPictureResponse, toPictureUsage } from '../../core/images/picture-response';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { EventStreams } from '../gateway/event-streams';
import type { ModelNames } from '../models/model-names';
import type { PictureLinks } from '../uploads/picture-links';
import type { PictureJob, PictureMaker } from './picture-maker';

/** Answers orders for pictures in OpenAI's form, whole or as a stream. */
export class PictureOrders {
  constructor(
    private readonly maker: Pick<PictureMaker, 'make'>,
    private readonly links: Pick<PictureLinks, 'linkTo'>,
    private readonly events: EventStreams,
    private readonly names: Pick<ModelNames, 'featuresFor'>,
    private readonly clock: Clock,
    /** CREATE_IMAGE_MODEL */
    private readonly standardModel: () => string,
  ) {}

  /** @param edited what an edit begins with; undefined for a new picture. @throws GatewayError */
  async answer(exchange: ClientExchange, order: PictureOrder, edited?: EditedPictures): Promise<void> {
    const job: PictureJob = { exchange, order, edited, model: this.#modelOf(order) };
    exchange.facts.model = job.model;
    if (order.isStream) return this.#stream(job);
    const made = await this.maker.make(job);
    const pictures = made.flatMap(({ pictures }) => pictures).slice(0, order.count);
    const delivered = await Promise.all(pictures.map((picture) => this.#deliver(job, picture)));
    const usage = toPictureUsage(made.map(({ usage }) => usage));
    exchange.sendJson(toPictureResponse(order, delivered, usage, this.#createdAtS));
  }

  #stream(job: PictureJob): Promise<void> {
    const kind: PictureStream = job.edited ? 'image_edit' : 'image_generation';
    const events = new PictureEvents(kind, job.order, this.#createdAtS);
    return this.events.answer(job.exchange, async (frames) => {
      await this.maker.make(job, {
        draft: (picture) => frames.write(events.partial(picture)),
        made: ({ pictures, usage }) => {
          for (const picture of pictures) frames.write(events.completed(picture, toPictureUsage([usage])));
        },
      });
    });
  }

  async #deliver({ order, exchange }: PictureJob, picture: MadePicture) {
    const url = order.delivery === 'url' ? await this.links.linkTo(picture, exchange) : undefined;
    return { ...picture, url };
  }

  /** @throws ModelNotFoundError */
  #modelOf({ model }: PictureOrder): string {
    const asked = model === undefined ? undefined : this.names.featuresFor(model).model;
    return this.names.featuresFor(imageModelOf(asked, this.standardModel())).model;
  }

  get #createdAtS(): number {
    return Math.floor(this.clock.nowMs() / 1000);
  }
}
