import { BadRequestError } from 'openai';
import { OPENAI_PATHS, openaiSdk } from '../support/clients/openai-sdk';
import { GatewayRig } from '../support/rigs/gateway-rig';
import { anImageRig, aPicture, IMAGEN, OTHER, PNG_START, STANDARD } from '../support/rigs/image-rig';

const { here, sent } = anImageRig();

describe('pictures out of words', () => {
  it.each(OPENAI_PATHS)('are made under %s', async (path) => {
    const { created, data, usage } = await openaiSdk(here.rig.gateway.url, path).images.generate({
      prompt: 'a cat',
    });
    expect(Math.abs(created - Date.now() / 1000)).toBeLessThan(60);
    expect(data).toEqual([{ b64_json: expect.stringMatching(PNG_START), revised_prompt: 'a cat' }]);
    expect(usage?.total_tokens).toBe(usage!.input_tokens + usage!.output_tokens);
    expect(sent()).toEqual([
      {
        contents: [{ role: 'user', parts: [{ text: 'a cat' }] }],
        generationConfig: { responseModalities: ['IMAGE'] },
      },
    ]);
  });

  it.each(['dall-e-3', 'gpt-image-1', `${STANDARD}-chat`, STANDARD])(
    'of %s are the standard model’s',
    async (model) => {
      await here.openai.images.generate({ model, prompt: 'a cat' });
      expect(here.rig.callsFor(STANDARD)).toHaveLength(1);
    },
  );

  it('of another model are that one’s, in the size and quality that was asked for', async () => {
    await here.openai.images.generate({
      model: OTHER,
      prompt: 'a cat',
      size: '1792x1024',
      quality: 'hd',
    });
    expect(sent(OTHER)).toMatchObject([
      { generationConfig: { imageConfig: { aspectRatio: '16:9', imageSize: '2K' } } },
    ]);
  });

  it('are several where n, or the marker in the prompt, says so', async () => {
    const { data } = await here.openai.images.generate({ prompt: 'a cat {n:3} {ratio:3:4}', n: 2 });
    expect(data).toHaveLength(3);
    expect(data?.[0]?.revised_prompt).toBe('a cat');
    const ratios = sent().map(({ generationConfig }) => generationConfig);
    expect(ratios).toEqual(
      Array(3).fill({ responseModalities: ['IMAGE'], imageConfig: { aspectRatio: '3:4' } }),
    );
  });

  it('are those that succeed where some fail', async () => {
    here.rig.simulator.on({ model: STANDARD }).once().do({ kind: 'blocked-prompt' });
    const { data } = await here.openai.images.generate({ prompt: 'a cat', n: 3 });
    expect(data).toHaveLength(2);
  });

  it('lead to the gateway where an address is asked for, without a token', async () => {
    const { data } = await here.openai.images.generate({ prompt: 'a cat', response_format: 'url', n: 2 });
    const [first, second] = data!.map(({ url }) => url!);
    expect(first).toMatch(/\/pictures\/\d{4}\/\d\d\/\d\d\/[0-9a-f]{24}\.png$/);
    expect(first).not.toBe(second);
    expect(data?.[0]?.b64_json).toBeUndefined();
    const response = await fetch(first!);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(Buffer.from(await response.arrayBuffer()).toString('base64')).toMatch(PNG_START);
  });

  it.each(['', '..%2f..%2fsecret.key', '2026/11/21/000000000000000000000000.png', '2026/11/21/', '%00'])(
    'are nothing else: /pictures/%s',
    async (name) => {
      const response = await fetch(`${here.rig.gateway.url}/pictures/${name}`);
      expect(response.status).toBe(404);
    },
  );

  it.each<[string, object, string]>([
    ['prompt', { prompt: '' }, 'prompt'],
    ['number', { n: 11 }, 'n'],
    ['size', { size: 'huge' }, 'size'],
    ['form', { response_format: 'file' }, 'response_format'],
    ['marker', { prompt: 'a cat {ratio:7:5}' }, 'prompt'],
  ])('are refused for a wrong %s', async (_, wrong, param) => {
    const asked = here.openai.images.generate({ prompt: 'a cat', ...wrong } as never);
    await expect(asked).rejects.toThrow(BadRequestError);
    await expect(asked).rejects.toMatchObject({ param });
  });

  it.each<[string, object, number, string | null]>([
    ['a blocked prompt', { kind: 'blocked-prompt', reason: 'PROHIBITED_CONTENT' }, 400, 'content_filter'],
    [
      'a picture that was filtered',
      { kind: 'empty-candidate', finishReason: 'IMAGE_SAFETY' },
      400,
      'content_filter',
    ],
    [
      'a model that draws nothing',
      { kind: 'empty-candidate', finishReason: 'NO_IMAGE' },
      502,
      'upstream_error',
    ],
  ])('tell of %s', async (_, fault, status, code) => {
    here.rig.simulator.on({ model: STANDARD }).do(fault as never);
    const asked = here.openai.images.generate({ prompt: 'a cat' });
    await expect(asked).rejects.toMatchObject({ status, code });
  });
});

it('pictures that nobody waits for are not made', async () => {
  here.rig.simulator.on({ model: STANDARD }).do({ kind: 'stall', afterBytes: 10 });
  const leave = new AbortController();
  const asked = here.openai.images.generate({ prompt: 'a cat' }, { signal: leave.signal });
  const request = await here.rig.simulator.nextRequest(({ model }) => model === STANDARD);
  leave.abort();
  await expect(asked).rejects.toThrow();
  await request.closed;
  expect(await here.rig.keys()).toEqual(
    Array(2).fill(expect.objectContaining({ state: 'ready', failures: 0 })),
  );
});

describe('pictures of Imagen', () => {
  it('are asked for by predict', async () => {
    const { data, usage } = await here.openai.images.generate({
      model: IMAGEN,
      prompt: 'a cat',
      n: 6,
      size: '1536x1024',
    });
    expect(data).toHaveLength(6);
    expect(usage).toBeUndefined();
    expect(here.rig.callsFor(IMAGEN).map(({ action }) => action)).toEqual(['predict', 'predict']);
    const counts = sent(IMAGEN).map(({ parameters }) => (parameters as { sampleCount: number }).sampleCount);
    expect(counts.sort()).toEqual([2, 4]);
  });

  it('are refused by its filter in words', async () => {
    const asked = here.openai.images.generate({ model: IMAGEN, prompt: 'something forbidden' });
    await expect(asked).rejects.toMatchObject({ status: 400, code: 'content_filter' });
  });

  it('are no edits', async () => {
    const asked = here.openai.images.edit({ model: IMAGEN, prompt: 'a hat', image: await aPicture() });
    await expect(asked).rejects.toMatchObject({ status: 400, param: 'model', code: 'unsupported_value' });
  });
});

describe('the paid key', () => {
  const paid = 'AIzaSyPaid-key-0000000000000000000000001';
  const free = 'AIzaSyFree-key-0000000000000000000000001';
  const simulator = { models: [STANDARD, 'gemini-3.8-flash'] };
  let other: GatewayRig;
  afterEach(() => other.close());

  const start = async (apiKeys: string): Promise<ReturnType<typeof openaiSdk>> => {
    other = await GatewayRig.start({ env: { PAID_KEY: paid, API_KEYS: apiKeys }, simulator });
    return openaiSdk(other.gateway.url);
  };
  const keysAsked = (model: string): unknown[] => other.callsFor(model).map(({ key }) => key);

  it('makes the pictures, and nothing else', async () => {
    const client = await start(free);
    await client.images.generate({ prompt: 'a cat', n: 2 });
    await other.generate('gemini-3.8-flash');
    expect(keysAsked(STANDARD)).toEqual([paid, paid]);
    expect(keysAsked('gemini-3.8-flash')).toEqual([free]);
  });

  it.each([{}, { stream: true } as const])(
    'that turns out to be dead is stood in for by the others: %j',
    async (manner) => {
      const client = await start(free);
      other.simulator.on({ key: paid }).fail('403-leaked-key');
      const answer = await client.images.generate({ prompt: 'a cat', ...manner }).asResponse();
      expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('b64_json')]);
      expect(keysAsked(STANDARD)).toEqual([paid, free]);
    },
  );

  it('that is dead and the only one is told of, each time', async () => {
    const client = await start('');
    other.simulator.on({ key: paid }).fail('403-leaked-key');
    for (let n = 0; n < 2; n++)
      await expect(client.images.generate({ prompt: 'a cat' }, { maxRetries: 0 })).rejects.toMatchObject({
        status: 503,
        message: expect.stringContaining('Upstream refuses every key'),
      });
    expect(keysAsked(STANDARD)).toEqual([paid]);
  });
});
