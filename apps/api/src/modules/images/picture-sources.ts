import { UnsupportedValueError } from '../../core/answer-faults';
import { InvalidRequestError } from '../../core/gateway-error';
import { mediaSourceOf } from '../../core/gemini/media/media-source';
import { mediaTypeOf, typeOfFilename } from '../../core/gemini/media/media-types';
import type { EditedPictures } from '../../core/images/gemini-pictures';
import type { MadePicture } from '../../core/images/made-pictures';
import { isJsonObject, type JsonObject } from '../../core/json-object';
import type { FormFile, MultipartForm } from '../../http/body/multipart-form';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { RequestBodies } from '../gateway/request-bodies';
import { FetchRefusal } from '../media/fetch-refusal';
import type { MediaFetcher } from '../media/media-fetcher';

/** As many as OpenAI takes. */
const MOST_PICTURES = 16;

/** Gets the pictures that a client wants edited: files of a form, data, or web addresses. */
export class PictureSources {
  constructor(
    private readonly media: Pick<MediaFetcher, 'fetch'>,
    private readonly bodies: Pick<RequestBodies, 'hold'>,
  ) {}

  /** @throws InvalidRequestError, OverBudgetError */
  async ofForm(exchange: ClientExchange, { files, fields }: MultipartForm): Promise<EditedPictures> {
    const uploaded = files.get('image') ?? [];
    if (uploaded.length === 0 && fields.has('image'))
      return this.ofJson(exchange, { image: fields.get('image'), mask: fields.get('mask')?.[0] });
    const toPicture = (file: FormFile, field: string): MadePicture => {
      const base64 = file.bytes.toString('base64');
      this.bodies.hold(exchange, base64.length);
      const type = mediaTypeOf(file.mimeType, base64) ?? typeOfFilename(file.filename);
      return asPicture(type, base64, field);
    };
    const pictures = counted(uploaded).map((file) => toPicture(file, 'image'));
    const mask = files.get('mask')?.[0];
    return { pictures, mask: mask && toPicture(mask, 'mask') };
  }

  /** @throws InvalidRequestError, OverBudgetError */
  async ofJson(exchange: ClientExchange, body: JsonObject): Promise<EditedPictures> {
    const named = body.images ?? body.image;
    const list: unknown[] = Array.isArray(named) ? named : named == null ? [] : [named];
    const pictures: MadePicture[] = [];
    for (const item of counted(list)) pictures.push(await this.#get(exchange, item, 'image'));
    const mask = body.mask == null ? undefined : await this.#get(exchange, body.mask, 'mask');
    return { pictures, mask };
  }

  /** An address, or an object that holds one as `image_url`. */
  async #get(exchange: ClientExchange, item: unknown, field: string): Promise<MadePicture> {
    if (isJsonObject(item) && item.file_id != null)
      throw new UnsupportedValueError(field, 'Files of OpenAI are not known here. Send the picture itself.');
    const address = isJsonObject(item) ? item.image_url : item;
    const source = typeof address === 'string' ? mediaSourceOf(address) : undefined;
    switch (source?.kind) {
      case 'inline':
        return asPicture(mediaTypeOf(source.mimeType, source.base64), source.base64, field);
      case 'web': {
        const { mimeType, base64 } = await this.#fetch(exchange, source.url, field);
        return asPicture(mimeType, base64, field);
      }
      default:
        throw new InvalidRequestError(`${field} has to be a data URI or a web address of a picture.`, {
          field,
        });
    }
  }

  async #fetch(exchange: ClientExchange, url: string, field: string) {
    try {
      const fetched = await this.media.fetch(url, exchange.clientLeft.signal);
      this.bodies.hold(exchange, fetched.base64.length);
      return fetched;
    } catch (error) {
      if (!(error instanceof FetchRefusal)) throw error;
      throw new InvalidRequestError(`The picture could not be fetched: ${error.message}.`, { field });
    }
  }
}

function counted<Item>(pictures: readonly Item[]): readonly Item[] {
  if (pictures.length > 0 && pictures.length <= MOST_PICTURES) return pictures;
  throw new InvalidRequestError(`image has to hold 1 to ${MOST_PICTURES} pictures.`, { field: 'image' });
}

function asPicture(mimeType: string | undefined, base64: string, field: string): MadePicture {
  if (mimeType?.startsWith('image/') !== true || base64 === '')
    throw new InvalidRequestError(`${field} has to be a picture.`, { field });
  return { mimeType, base64 };
}
