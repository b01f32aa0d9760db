import type OpenAI from 'openai';
import { BadRequestError, NotFoundError } from 'openai';
import { OPENAI_PATHS, openaiSdk } from '../support/clients/openai-sdk';
import { GatewayRig } from '../support/rigs/gateway-rig';

const MODEL = 'gemini-embedding-001';

let rig: GatewayRig;
let openai: OpenAI;

beforeAll(async () => {
  rig = await GatewayRig.start({ simulator: { models: [MODEL, 'gemini-embedding-2'] } });
  openai = clientOf('/v1');
});
afterAll(() => rig?.close());
beforeEach(async () => {
  await rig.reset();
  await rig.addKeys(3);
});

const clientOf = (path: string) => openaiSdk(rig.gateway.url, path);

const lengthOf = (vector: readonly number[]) => Math.hypot(...vector);

/** Upstream's own answer to one text. */
async function nativeVector(text: string, model = MODEL): Promise<number[]> {
  const body = { content: { parts: [{ text }] } };
  const response = await rig.post(`/v1beta/models/${model}:embedContent`, body);
  return ((await response.json()) as { embedding: { values: number[] } }).embedding.values;
}

describe('embeddings', () => {
  it.each(OPENAI_PATHS)('are given under %s', async (path) => {
    const { object, data, model, usage } = await clientOf(path).embeddings.create({
      model: MODEL,
      input: 'Hello',
    });
    expect([object, data.length, data[0]?.object, data[0]?.index, model]).toEqual([
      'list',
      1,
      'embedding',
      0,
      MODEL,
    ]);
    expect(data[0]?.embedding).toHaveLength(3072);
    expect(usage.prompt_tokens).toBeGreaterThan(0);
    expect(usage.total_tokens).toBe(usage.prompt_tokens);
  });

  it('are the numbers that upstream gives, as floats and in base64', async () => {
    const native = await nativeVector('Hello');
    const ask = (encoding_format?: 'float' | 'base64') =>
      openai.embeddings.create({ model: MODEL, input: 'Hello', encoding_format });
    expect((await ask('float')).data[0]?.embedding).toEqual(native);
    const rounded = [...Float32Array.from(native)];
    // The SDK asks for base64 by itself, and decodes it.
    expect([...(await ask()).data[0]!.embedding]).toEqual(rounded);
    const base64 = (await ask('base64')).data[0]!.embedding as unknown as string;
    expect(Buffer.from(base64, 'base64').readFloatLE(4)).toBe(rounded[1]);
  });

  it('of 250 texts come in the order of the texts, from calls of at most 100', async () => {
    const input = Array.from({ length: 250 }, (_, n) => `text number ${n}`);
    const { data, usage } = await openai.embeddings.create({ model: MODEL, input, encoding_format: 'float' });
    expect(data.map(({ index }) => index)).toEqual(input.map((_, n) => n));
    for (const n of [0, 99, 100, 199, 200, 249])
      expect(data[n]?.embedding).toEqual(await nativeVector(input[n]!));
    const batches = rig.callsFor(MODEL).filter(({ action }) => action === 'batchEmbedContents');
    const sizes = batches.map(({ json }) => (json as { requests: unknown[] }).requests.length);
    expect(sizes.sort((one, other) => other - one)).toEqual([100, 100, 50]);
    expect(usage.prompt_tokens).toBeGreaterThan(250);
  });

  it('of tokens are those of the text they stand for', async () => {
    const input = [[9906, 1917], [13]];
    const { data } = await openai.embeddings.create({ model: MODEL, input, encoding_format: 'float' });
    expect(data.map(({ embedding }) => embedding)).toEqual([
      await nativeVector('Hello world'),
      await nativeVector('.'),
    ]);
    const one = await openai.embeddings.create({
      model: MODEL,
      input: [9906, 1917],
      encoding_format: 'float',
    });
    expect(one.data[0]?.embedding).toEqual(data[0]?.embedding);
  });

  it('with fewer dimensions are brought to length one where the model does not do it', async () => {
    const { data } = await openai.embeddings.create({
      model: MODEL,
      input: 'Hello',
      dimensions: 256,
      encoding_format: 'float',
    });
    expect(data[0]?.embedding).toHaveLength(256);
    expect(lengthOf(data[0]!.embedding)).toBeCloseTo(1, 6);
    const newer = await openai.embeddings.create({
      model: 'gemini-embedding-2',
      input: 'Hello',
      dimensions: 128,
      encoding_format: 'float',
    });
    expect(lengthOf(newer.data[0]!.embedding)).toBeCloseTo(1, 6);
  });

  it('go to another key where one fails', async () => {
    rig.simulator.on({ model: MODEL }).times(2).fail('429-per-minute');
    const { data } = await openai.embeddings.create({ model: MODEL, input: ['a', 'b'] });
    expect(data).toHaveLength(2);
  });

  it.each<[string, object, string]>([
    ['no input', { input: undefined }, 'input'],
    ['an empty text', { input: '' }, 'input'],
    ['an empty text among others', { input: ['a', ''] }, 'input'],
    ['an empty list', { input: [] }, 'input'],
    ['no token', { input: [1_000_000] }, 'input'],
    ['a format nobody knows', { encoding_format: 'int8' }, 'encoding_format'],
    ['no dimensions', { dimensions: -1 }, 'dimensions'],
    ['no model', { model: undefined }, 'model'],
  ])('are refused for %s, with the name of the field', async (_, wrong, param) => {
    const asked = openai.embeddings.create({ model: MODEL, input: 'Hello', ...wrong });
    await expect(asked).rejects.toThrow(BadRequestError);
    await expect(asked).rejects.toMatchObject({ status: 400, param, type: 'invalid_request_error' });
    expect(rig.callsFor(MODEL)).toEqual([]);
  });

  it('of a model that is none are not found', async () => {
    const asked = openai.embeddings.create({ model: 'text-embedding-3-small', input: 'Hello' });
    await expect(asked).rejects.toThrow(NotFoundError);
    await expect(asked).rejects.toMatchObject({ code: 'model_not_found' });
  });
});
