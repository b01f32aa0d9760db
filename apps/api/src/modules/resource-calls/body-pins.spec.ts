import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import { BodyPins } from './body-pins';

const BODY = Buffer.from(JSON.stringify({ fileUri: 'files/x' }));
const asked: (readonly string[])[] = [];
const pins = new BodyPins({
  pinOf: async (_, names) => {
    asked.push(names);
    return undefined;
  },
});
const anExchange = (encoding?: string) =>
  ({
    identity: undefined,
    request: { headers: { 'content-encoding': encoding } },
  }) as unknown as ClientExchange;

beforeEach(() => asked.splice(0));

it('asks nobody about a body that names nothing', () => {
  expect(pins.pinOf(anExchange(), Buffer.from('{"contents":[]}'))).toBeUndefined();
  expect(pins.pinOf(anExchange(), undefined)).toBeUndefined();
  expect(asked).toEqual([]);
});

it.each<[string | undefined, Buffer]>([
  [undefined, BODY],
  ['identity', BODY],
  ['gzip', gzipSync(BODY)],
  ['GZIP', gzipSync(BODY)],
  ['deflate', deflateSync(BODY)],
  ['br', brotliCompressSync(BODY)],
])('sees what a body packed as %s names', async (encoding, body) => {
  await pins.pinOf(anExchange(encoding), body, ['fileSearchStores/s']);
  expect(asked).toEqual([['fileSearchStores/s', 'files/x']]);
});

it('leaves a body that cannot be unpacked to upstream', async () => {
  await pins.pinOf(anExchange('gzip'), BODY);
  await pins.pinOf(anExchange('zstd'), BODY);
  expect(asked).toEqual([[], []]);
});
