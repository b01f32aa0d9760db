import { InvalidRequestError } from '../gateway-error';
import type { JsonObject } from '../json-object';
import { checkOptionalText, filledTextAt, wrong } from '../protocol/envelope/field-checks';
import { checkNumbers } from '../protocol/envelope/number-checks';
import { imageSizeOf, nearestRatio, parseSize } from './picture-size';
import { MOST_PICTURES, readPromptMarkers } from './prompt-markers';

const FORMATS = ['png', 'jpeg', 'webp'] as const;
export type PictureFormat = (typeof FORMATS)[number];

/** What a client of OpenAI's image API wants. Source: docs/protocol-notes.md, "Images". */
export interface PictureOrder {
  /** As the client wrote it; undefined where it leaves the choice. */
  readonly model: string | undefined;
  /** Without markers. */
  readonly prompt: string;
  readonly count: number;
  /** Undefined where the model decides. */
  readonly aspectRatio: string | undefined;
  readonly imageSize: '2K' | '4K' | undefined;
  /** A wish: not every model can choose. */
  readonly format: PictureFormat | undefined;
  /** Percent. */
  readonly compression: number | undefined;
  readonly delivery: 'b64_json' | 'url';
  readonly isStream: boolean;
  /** Drafts that the client wants to see. */
  readonly partialImages: number;
  /** As the client wrote them, for its answer. */
  readonly said: { readonly size: string; readonly quality: string; readonly background: string };
}

/** @throws InvalidRequestError naming the field */
export function parsePictureOrder(body: JsonObject): PictureOrder {
  const marked = readPromptMarkers(filledTextAt(body, 'prompt', ''));
  if (marked.prompt === '')
    throw new InvalidRequestError('The prompt holds nothing but markers.', { field: 'prompt' });
  for (const name of ['model', 'quality', 'background', 'style']) checkOptionalText(body, name, '');
  checkNumbers(body, [
    { name: 'n', min: 1, max: MOST_PICTURES, isWhole: true },
    { name: 'partial_images', min: 0, max: 3, isWhole: true },
    { name: 'output_compression', min: 0, max: 100, isWhole: true },
  ]);
  const size = parseSize(body.size);
  return {
    model: (body.model as string | null | undefined) || undefined,
    prompt: marked.prompt,
    count: marked.count ?? (body.n as number | null) ?? 1,
    aspectRatio: size ? nearestRatio(size.proportion) : marked.aspectRatio,
    imageSize: imageSizeOf(size, body.quality),
    format: oneOf(body, 'output_format', FORMATS),
    compression: (body.output_compression as number | null) ?? undefined,
    delivery: oneOf(body, 'response_format', ['b64_json', 'url']) ?? 'b64_json',
    isStream: body.stream === true,
    partialImages: (body.partial_images as number | null) ?? 0,
    said: {
      size: (body.size as string | null) || 'auto',
      quality: (body.quality as string | null) || 'auto',
      background: (body.background as string | null) || 'auto',
    },
  };
}

function oneOf<Word extends string>(
  body: JsonObject,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const value = body[name];
  if (value == null || value === '') return undefined;
  if (!words.includes(value as Word)) throw wrong(name, `one of ${words.join(', ')}`);
  return value as Word;
}
