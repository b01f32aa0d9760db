import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { resourceMentions } from '../../core/gemini/resources/resource-mentions';

const LARGEST_UNPACKED_BYTES = 256 * 1024 * 1024;

const UNPACKERS: Readonly<
  Record<string, (body: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>>
> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/** Whether the body has to be unpacked before anybody can see what it names. */
export function isPacked(contentEncoding: string | undefined): contentEncoding is string {
  return contentEncoding !== undefined && contentEncoding !== 'identity';
}

/** The resources that a packed body names. Nothing for a packing that is unknown or broken: upstream refuses that too. */
export async function mentionsInPacked(body: Buffer, contentEncoding: string): Promise<string[]> {
  const unpack = UNPACKERS[contentEncoding.trim().toLowerCase()];
  try {
    return unpack === undefined
      ? []
      : resourceMentions(await unpack(body, { maxOutputLength: LARGEST_UNPACKED_BYTES }));
  } catch {
    return [];
  }
}
