import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import {
  InvalidRequestError,
  PayloadTooLargeError,
  UnsupportedEncodingError,
} from '../../core/gateway-error';
import { decodedBody } from './decoded-body';

const TEXT = Buffer.from('{"model":"m","messages":[]}');
const LIMIT = 1024;

it.each([
  ['nothing', undefined, TEXT],
  ['identity', 'identity', TEXT],
  ['gzip', 'gzip', gzipSync(TEXT)],
  ['gzip in capitals', ' GZIP ', gzipSync(TEXT)],
  ['deflate', 'deflate', deflateSync(TEXT)],
  ['deflate without a head', 'deflate', deflateRawSync(TEXT)],
  ['br', 'br', brotliCompressSync(TEXT)],
  ['two, the last of which comes off first', 'gzip, br', brotliCompressSync(gzipSync(TEXT))],
])('reads %s', async (_, encoding, bytes) => {
  expect((await decodedBody(bytes, encoding, LIMIT)).toString()).toBe(TEXT.toString());
});

it.each([
  ['an encoding nobody knows', 'zstd', TEXT, UnsupportedEncodingError],
  ['what a prototype has', 'constructor', TEXT, UnsupportedEncodingError],
  ['what is not so encoded', 'gzip', TEXT, InvalidRequestError],
  ['what is cut', 'br', brotliCompressSync(TEXT).subarray(0, 8), InvalidRequestError],
  ['what becomes too large', 'gzip', gzipSync(Buffer.alloc(LIMIT + 1)), PayloadTooLargeError],
])('refuses %s', async (_, encoding, bytes, error) => {
  await expect(decodedBody(bytes, encoding, LIMIT)).rejects.toBeInstanceOf(error);
});
