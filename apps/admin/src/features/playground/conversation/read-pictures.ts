import type { Picture } from '../protocols/chat';
import { fromDataUrl } from '../protocols/pictures';

/** What models look at. */
export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/heic', 'image/heif'];
/** Upstream takes 20 MB of request; base64 and JSON are a third longer than the picture. */
const MOST_BYTES = 14_000_000;

interface Refusal {
  name: string;
  reason: 'type' | 'size';
}

/** Reads files as pictures, and tells which are none. */
export async function readPictures(files: readonly File[]): Promise<{ read: Picture[]; refused: Refusal[] }> {
  const refused = files.flatMap((file): Refusal[] => {
    const reason = whyRefused(file);
    return reason === undefined ? [] : [{ name: file.name, reason }];
  });
  const urls = await Promise.all(files.filter((file) => whyRefused(file) === undefined).map(toUrl));
  return { read: urls.flatMap((url) => fromDataUrl(url) ?? []), refused };
}

function whyRefused({ type, size }: File): Refusal['reason'] | undefined {
  if (!PICTURE_TYPES.includes(type)) return 'type';
  return size > MOST_BYTES ? 'size' : undefined;
}

function toUrl(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read.'));
    reader.readAsDataURL(file);
  });
}
