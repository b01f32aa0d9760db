import { InvalidRequestError } from '../gateway-error';

/** What image models know (docs/protocol-notes.md, "Images"). */
export const ASPECT_RATIOS: readonly string[] =
  '1:1 2:3 3:2 3:4 4:3 4:5 5:4 9:16 16:9 21:9 1:4 4:1 1:8 8:1'.split(' ');

/** What Imagen knows. */
export const IMAGEN_RATIOS: readonly string[] = ['1:1', '3:4', '4:3', '9:16', '16:9'];

const SIZE = /^(\d{1,5})\s*[x×*:]\s*(\d{1,5})$/i;
/** Pixels of a square from which on a picture is larger than upstream makes unasked. */
const TWO_K = 1500;
const FOUR_K = 3000;
const LARGE_QUALITIES = ['hd', 'high', 'xhigh', 'max'];

export function isAspectRatio(text: string): boolean {
  return ASPECT_RATIOS.includes(text);
}

/** What `size` asks for. */
export interface AskedSize {
  /** Width by height. */
  readonly proportion: number;
  /** The side of a square with as many pixels; undefined where only the proportion was given. */
  readonly side: number | undefined;
}

/** Reads `1792x1024` or `16:9`; undefined for `auto` and where nothing was sent. @throws InvalidRequestError */
export function parseSize(size: unknown): AskedSize | undefined {
  if (size == null || size === 'auto' || size === '') return undefined;
  const [, width = 0, height = 0] = (typeof size === 'string' && SIZE.exec(size.trim())) || [];
  const [w, h] = [Number(width), Number(height)];
  if (w === 0 || h === 0)
    throw new InvalidRequestError('size has to be auto, or a width and a height such as 1024x1024.', {
      field: 'size',
    });
  const isRatio = (size as string).includes(':');
  return { proportion: w / h, side: isRatio ? undefined : Math.sqrt(w * h) };
}

/** The ratio of the list that comes nearest to the proportion. */
export function nearestRatio(proportion: number, ratios = ASPECT_RATIOS): string {
  const distance = (ratio: string): number => {
    const [width = 1, height = 1] = ratio.split(':').map(Number);
    return Math.abs(Math.log(width / height / proportion));
  };
  return ratios.reduce((best, ratio) => (distance(ratio) < distance(best) ? ratio : best));
}

/** Undefined for what upstream makes unasked, 1K. */
export function imageSizeOf(size: AskedSize | undefined, quality: unknown): '2K' | '4K' | undefined {
  const side = size?.side ?? 0;
  if (side >= FOUR_K) return '4K';
  return side >= TWO_K || LARGE_QUALITIES.includes(String(quality)) ? '2K' : undefined;
}
