import { Logger } from '@nestjs/common';
import type { Clock } from '../../core/clock';
import type { Ids } from '../../core/ids';
import type { MadePicture } from '../../core/images/made-pictures';
import { type UploadHost, UploadHostError, UploadHostUnsetError } from '../../core/uploads/upload-host';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { PublicOrigin } from '../../http/origin/public-origin';
import { rarely } from '../../logging/rarely';
import type { LocalPictures } from './local-pictures';
import { fileEndingOf } from './picture-types';

interface Failure {
  readonly host: string;
  readonly error: UploadHostError;
}

/** Gives pictures an address: on the upload host, or as data where there is none or it fails. Never fails itself. */
export class PictureLinks {
  readonly #logger = new Logger('uploads');
  readonly #tellFailure = rarely(({ host, error }: Failure, count) =>
    this.#logger.warn(
      { host, problem: error.message, count },
      'A picture could not be put on the upload host; the client gets it as data.',
    ),
  );

  constructor(
    private readonly hosts: readonly UploadHost[],
    /** UPLOAD_PROVIDER */
    private readonly chosenId: () => string,
    private readonly origin: Pick<PublicOrigin, 'of'>,
    private readonly local: Pick<LocalPictures, 'read'>,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** An http or https address, or a `data:` URI. */
  async linkTo(
    picture: MadePicture,
    exchange: Pick<ClientExchange, 'request' | 'clientLeft'>,
  ): Promise<string> {
    const { mimeType, base64 } = picture;
    const host = this.chosen;
    try {
      const file = { bytes: Buffer.from(base64, 'base64'), mimeType, name: this.#newName(mimeType) };
      const { url } = await host.upload(file, exchange.clientLeft.signal);
      return url.startsWith('/') ? this.origin.of(exchange.request) + url : url;
    } catch (error) {
      if (!(error instanceof UploadHostError)) throw error;
      if (!(error instanceof UploadHostUnsetError)) this.#tellFailure({ host: host.id, error });
      else this.#logger.debug({ host: host.id, problem: error.message }, 'There is no upload host.');
      return `data:${mimeType};base64,${base64}`;
    }
  }

  /** The picture behind an address that `linkTo` gave, if it is kept on this machine; undefined for any other address. */
  find(address: string, { request }: Pick<ClientExchange, 'request'>): Promise<MadePicture | undefined> {
    return this.local.read(address, this.origin.of(request));
  }

  /** The host that the settings name. */
  get chosen(): UploadHost {
    return this.hosts.find(({ id }) => id === this.chosenId())!;
  }

  #newName(mimeType: string): string {
    const day = new Date(this.clock.nowMs()).toISOString().slice(0, 10).replaceAll('-', '/');
    return `${day}/${this.ids.withPrefix('')}.${fileEndingOf(mimeType)}`;
  }
}
