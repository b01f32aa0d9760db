import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import {
  InvalidRequestError,
  PayloadTooLargeError,
  UnsupportedEncodingError,
} from '../../core/gateway-error';

type Decode = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const DECODERS: Readonly<Record<string, Decode>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  br: promisify(brotliDecompress),
  deflate: inflated,
};

/**
 * A body without its `content-encoding`, of which there may be several.
 * @throws UnsupportedEncodingError, PayloadTooLargeError above `limitBytes`, InvalidRequestError for what is not so encoded
 */
export async function decodedBody(
  bytes: Buffer,
  contentEncoding: string | undefined,
  limitBytes: number,
): Promise<Buffer> {
  const encodings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  let decoded = bytes;
  for (const encoding of encodings.reverse()) {
    if (encoding === '' || encoding === 'identity') continue;
    decoded = await decodedOnce(decoded, encoding, limitBytes);
  }
  return decoded;
}

async function decodedOnce(bytes: Buffer, encoding: string, limitBytes: number): Promise<Buffer> {
  const decode = Object.hasOwn(DECODERS, encoding) ? DECODERS[encoding] : undefined;
  if (decode === undefined)
    throw new UnsupportedEncodingError(
      `Bodies are taken as they are or as gzip, deflate or br, not as ${encoding.slice(0, 40)}.`,
    );
  try {
    return await decode(bytes, { maxOutputLength: limitBytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new PayloadTooLargeError(
        `The request body is larger than ${Math.floor(limitBytes / 2 ** 20)} MB.`,
      );
    throw new InvalidRequestError(`The request body is not valid ${encoding}.`);
  }
}

/** Some clients leave the head out. */
function inflated(bytes: Buffer, options: { maxOutputLength: number }): Promise<Buffer> {
  const hasHead = bytes.length > 1 && (bytes[0]! & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0;
  return (promisify(hasHead ? inflate : inflateRaw) as Decode)(bytes, options);
}
