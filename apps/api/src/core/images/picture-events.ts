import type { MadePicture } from './made-pictures';
import type { PictureOrder } from './picture-order';
import { formatOf, type PictureUsage } from './picture-response';

/** Which of OpenAI's two image APIs streams. */
export type PictureStream = 'image_generation' | 'image_edit';

const NO_USAGE: PictureUsage = {
  input_tokens: 0,
  output_tokens: 0,
  total_tokens: 0,
  input_tokens_details: { text_tokens: 0, image_tokens: 0 },
};

/** The frames of a streamed order. Source: docs/protocol-notes.md, "Images". */
export class PictureEvents {
  #partials = 0;

  constructor(
    private readonly stream: PictureStream,
    private readonly order: PictureOrder,
    private readonly createdAtS: number,
  ) {}

  /** A draft; nothing once the client has as many as it wanted. */
  partial(draft: MadePicture): string {
    if (this.#partials >= this.order.partialImages) return '';
    return this.#frame('partial_image', draft, { partial_image_index: this.#partials++ });
  }

  completed(picture: MadePicture, usage = NO_USAGE): string {
    return this.#frame('completed', picture, { usage });
  }

  #frame(kind: string, { mimeType, base64 }: MadePicture, more: object): string {
    const type = `${this.stream}.${kind}`;
    const { size, quality, background } = this.order.said;
    const facts = {
      created_at: this.createdAtS,
      size,
      quality,
      background,
      output_format: formatOf(mimeType),
    };
    return `event: ${type}\ndata: ${JSON.stringify({ type, b64_json: base64, ...facts, ...more })}\n\n`;
  }
}
