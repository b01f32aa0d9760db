import type { Clock } from '../../core/clock';
import type { OpenedRequest } from '../../core/gateway/translation/opened-request';
import { parseModelName } from '../../core/gemini/models/model-name';
import type { GenerateContentResponse } from '../../core/gemini/reply/generate-content-response';
import type { GenerateContentRequest } from '../../core/gemini/request/generate-content-request';
import type { Ids } from '../../core/ids';
import { orderOfChat, replyOfChat } from '../../core/images/image-chat';
import { isImageChat } from '../../core/images/image-model';
import type { Asked, ProtocolAdapter } from '../../core/protocol/protocol-adapter';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { EventStreams } from '../gateway/event-streams';
import type { NeedsResolver } from '../gateway/needs-resolver';
import type { ModelNames } from '../models/model-names';
import type { PictureLinks } from '../uploads/picture-links';
import type { PictureMaker } from './picture-maker';

/** A conversation in a dialect that is translated. */
interface ImageChat<Question extends Asked, Body> {
  readonly adapter: Pick<ProtocolAdapter<never, Question, Body>, 'toResponse' | 'openStream'>;
  readonly opened: OpenedRequest<Question>;
}

/** Lets clients that only chat have pictures made: the image model by the name `MODEL-chat`, in every dialect. */
export class ImageChats {
  constructor(
    private readonly maker: Pick<PictureMaker, 'make'>,
    private readonly links: Pick<PictureLinks, 'linkTo'>,
    private readonly events: EventStreams,
    private readonly needs: Pick<NeedsResolver, 'resolve'>,
    private readonly names: Pick<ModelNames, 'featuresFor' | 'modelOf'>,
    private readonly ids: Ids,
    private readonly clock: Clock,
    /** CREATE_IMAGE_MODEL */
    private readonly standardModel: () => string,
  ) {}

  /** Whether this name, as a client writes it, means a chat with the image model. */
  isFor(name: string): boolean {
    return isImageChat(parseModelName(this.names.modelOf(name)) ?? '', this.standardModel());
  }

  /** @throws GatewayError while nothing was sent */
  async answer<Question extends Asked, Body>(
    exchange: ClientExchange,
    { adapter, opened }: ImageChat<Question, Body>,
  ): Promise<void> {
    const { asked } = opened;
    const context = {
      newId: (prefix: string) => this.ids.withPrefix(prefix),
      createdAtS: Math.floor(this.clock.nowMs() / 1000),
    };
    if (!asked.isStream)
      return exchange.sendJson(adapter.toResponse([await this.#draw(exchange, opened)], asked, context).body);
    const encoder = adapter.openStream(asked, context);
    await this.events.answer(
      exchange,
      async (frames) => {
        frames.write(encoder.chunk(await this.#draw(exchange, opened), 0));
        frames.write(encoder.end());
      },
      (fault) => encoder.fault(fault),
    );
  }

  async #draw(exchange: ClientExchange, opened: OpenedRequest): Promise<GenerateContentResponse> {
    const features = this.names.featuresFor(this.standardModel());
    const { model } = features;
    exchange.facts.model = model;
    const resolved = await this.needs.resolve(exchange, opened.needs, opened.asked.thread);
    const { bodies } = await opened.translate(resolved, features);
    const { order, edited } = orderOfChat(JSON.parse(bodies[0]!.toString('utf8')) as GenerateContentRequest);
    const made = await this.maker.make({ exchange, model, order, edited });
    const pictures = made.flatMap(({ pictures }) => pictures).slice(0, order.count);
    const links = await Promise.all(pictures.map((picture) => this.links.linkTo(picture, exchange)));
    return replyOfChat(links, made, model);
  }
}
