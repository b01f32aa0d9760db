import OpenAI, { APIError, BadRequestError, toFile } from 'openai';
import { anHttpServer } from '../src/core/testing/local-server';
import { CLIENT_TOKEN } from './support/gateway-process';
import { GatewayRig } from './support/gateway-rig';

const STANDARD = 'gemini-3.1-flash-image-preview';
const OTHER = 'gemini-2.5-flash-image';
const IMAGEN = 'imagen-4.0-generate-001';
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PNG_START = 'iVBORw0KGgo';

let rig: GatewayRig;
let openai: OpenAI;

beforeAll(async () => {
  rig = await GatewayRig.start({
    env: { FETCH_ALLOW_CIDRS: '127.0.0.1', UPLOAD_PROVIDER: 'local', SAFETY_SETTINGS: '[]' },
    simulator: { models: [STANDARD, OTHER, IMAGEN] },
  });
  openai = clientOf('/v1');
});
afterAll(() => rig?.close());
beforeEach(async () => {
  await rig.reset();
  await rig.addKeys(2);
});

const clientOf = (path: string) =>
  new OpenAI({ baseURL: rig.gateway.url + path, apiKey: CLIENT_TOKEN, maxRetries: 0, fetch });

const sent = (model = STANDARD) => rig.callsFor(model).map(({ json }) => json as Record<string, unknown>);
const aPicture = () => toFile(PIXEL, 'picture.png', { type: 'image/png' });

describe('pictures out of words', () => {
  it.each([
    '/v1',
    '/hf/v1',
    '/openai/v1',
    '/v1beta/openai',
    '/gemini/v1',
    '/gemini/hf/v1',
    '/gemini/openai/v1',
    '/gemini/v1beta/openai',
  ])('are made under %s', async (path) => {
    const { created, data, usage } = await clientOf(path).images.generate({ prompt: 'a cat' });
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
      await openai.images.generate({ model, prompt: 'a cat' });
      expect(rig.callsFor(STANDARD)).toHaveLength(1);
    },
  );

  it('of another model are that one’s, in the size and quality that was asked for', async () => {
    await openai.images.generate({
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
    const { data } = await openai.images.generate({ prompt: 'a cat {n:3} {ratio:3:4}', n: 2 });
    expect(data).toHaveLength(3);
    expect(data?.[0]?.revised_prompt).toBe('a cat');
    const ratios = sent().map(({ generationConfig }) => generationConfig);
    expect(ratios).toEqual(
      Array(3).fill({ responseModalities: ['IMAGE'], imageConfig: { aspectRatio: '3:4' } }),
    );
  });

  it('are those that succeed where some fail', async () => {
    rig.simulator.on({ model: STANDARD }).once().do({ kind: 'blocked-prompt' });
    const { data } = await openai.images.generate({ prompt: 'a cat', n: 3 });
    expect(data).toHaveLength(2);
  });

  it('lead to the gateway where an address is asked for, without a token', async () => {
    const { data } = await openai.images.generate({ prompt: 'a cat', response_format: 'url', n: 2 });
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
      const response = await fetch(`${rig.gateway.url}/pictures/${name}`);
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
    const asked = openai.images.generate({ prompt: 'a cat', ...wrong } as never);
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
    rig.simulator.on({ model: STANDARD }).do(fault as never);
    const asked = openai.images.generate({ prompt: 'a cat' });
    await expect(asked).rejects.toMatchObject({ status, code });
  });
});

describe('pictures of Imagen', () => {
  it('are asked for by predict', async () => {
    const { data, usage } = await openai.images.generate({
      model: IMAGEN,
      prompt: 'a cat',
      n: 6,
      size: '1536x1024',
    });
    expect(data).toHaveLength(6);
    expect(usage).toBeUndefined();
    expect(rig.callsFor(IMAGEN).map(({ action }) => action)).toEqual(['predict', 'predict']);
    const counts = sent(IMAGEN).map(({ parameters }) => (parameters as { sampleCount: number }).sampleCount);
    expect(counts.sort()).toEqual([2, 4]);
  });

  it('are refused by its filter in words', async () => {
    const asked = openai.images.generate({ model: IMAGEN, prompt: 'something forbidden' });
    await expect(asked).rejects.toMatchObject({ status: 400, code: 'content_filter' });
  });

  it('are no edits', async () => {
    const asked = openai.images.edit({ model: IMAGEN, prompt: 'a hat', image: await aPicture() });
    await expect(asked).rejects.toMatchObject({ status: 400, param: 'model', code: 'unsupported_value' });
  });
});

describe('pictures out of pictures', () => {
  const inlineData = { mimeType: 'image/png', data: PIXEL.toString('base64') };

  it('are made from the files of a form', async () => {
    const image = [await aPicture(), await aPicture()];
    const { data } = await openai.images.edit({ prompt: 'a hat {n:2}', image, mask: await aPicture(), n: 1 });
    expect(data).toHaveLength(2);
    expect(sent()[0]).toMatchObject({
      contents: [
        {
          parts: [
            { inlineData },
            { inlineData },
            { inlineData },
            { text: expect.stringMatching(/^a hat\n\n.*mask/) },
          ],
        },
      ],
    });
  });

  it('are made from JSON, with data and with addresses', async () => {
    const pictures = await anHttpServer((_, response) =>
      response.writeHead(200, { 'content-type': 'image/png' }).end(PIXEL),
    );
    try {
      const images = [
        { image_url: `data:image/png;base64,${PIXEL.toString('base64')}` },
        { image_url: `${pictures.origin}/pixel.png` },
      ];
      const body = { prompt: 'a hat', images, response_format: 'b64_json' };
      const response = await rig.post('/v1/images/edits', body);
      expect(response.status).toBe(200);
      expect(sent()[0]).toMatchObject({
        contents: [{ parts: [{ inlineData }, { inlineData }, { text: 'a hat' }] }],
      });
    } finally {
      await pictures.close();
    }
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['no picture', async () => ({ prompt: 'x', image: [] }), 'image'],
    [
      'a text for a picture',
      async () => ({ prompt: 'x', image: await toFile(Buffer.from('x'), 'a.txt', { type: 'text/plain' }) }),
      'image',
    ],
    ['no prompt', async () => ({ image: await aPicture() }), 'prompt'],
  ])('are refused for %s', async (_, body, param) => {
    await expect(openai.images.edit((await body()) as never)).rejects.toMatchObject({ status: 400, param });
  });

  it.each<[string, object]>([
    ['an address that is none', { images: [{ image_url: 'picture.png' }] }],
    ['a file of OpenAI', { images: [{ file_id: 'file-1' }] }],
    ['what cannot be fetched', { images: [{ image_url: 'http://127.0.0.1:1/x.png' }] }],
    ['no pictures at all', {}],
  ])('are refused for %s', async (_, body) => {
    const response = await rig.post('/v1/images/edits', { prompt: 'a hat', ...body });
    expect([response.status, ((await response.json()) as { error: { param: string } }).error.param]).toEqual([
      400,
      'image',
    ]);
  });

  it('are refused for a form that breaks off', async () => {
    const response = await rig.post(
      '/v1/images/edits',
      '--x\r\nContent-Disposition: form-data; name="prompt"\r\n\r\na',
      {
        headers: {
          authorization: `Bearer ${CLIENT_TOKEN}`,
          'content-type': 'multipart/form-data; boundary=x',
        },
      },
    );
    expect(response.status).toBe(400);
  });
});

describe('pictures as a stream', () => {
  it('begin with drafts and end with the picture', async () => {
    const stream = await openai.images.generate({
      prompt: 'a cat',
      stream: true,
      partial_images: 2,
      size: '1024x1024',
    });
    const events = [];
    for await (const event of stream) events.push(event);
    expect(events.map(({ type }) => type)).toEqual([
      'image_generation.partial_image',
      'image_generation.completed',
    ]);
    expect(events[0]).toMatchObject({ partial_image_index: 0, size: '1024x1024', output_format: 'png' });
    expect(events[1]).toMatchObject({
      b64_json: expect.stringMatching(PNG_START),
      usage: { total_tokens: expect.any(Number) },
    });
    expect(events[0]?.b64_json).not.toBe(events[1]?.b64_json);
  });

  it('of an edit have the names of edits, and no drafts that nobody wanted', async () => {
    const stream = await openai.images.edit({ prompt: 'a hat', image: await aPicture(), stream: true });
    const types = [];
    for await (const { type } of stream) types.push(type);
    expect(types).toEqual(['image_edit.completed']);
  });

  it('of Imagen come when they are made', async () => {
    const stream = await openai.images.generate({ model: IMAGEN, prompt: 'a cat', n: 2, stream: true });
    const types = [];
    for await (const { type } of stream) types.push(type);
    expect(types).toEqual(['image_generation.completed', 'image_generation.completed']);
  });

  it('have a status while nothing was sent, and an event afterwards', async () => {
    rig.simulator.on({ model: STANDARD }).do({ kind: 'blocked-prompt' });
    const refused = openai.images.generate({ prompt: 'a cat', stream: true });
    await expect(refused).rejects.toMatchObject({ status: 400, code: 'content_filter' });
    rig.simulator.clearFaults();
    rig.simulator
      .on({ model: STANDARD })
      .do({ kind: 'mid-stream-error', fixture: '503-overloaded', afterEvents: 1 });
    const stream = await openai.images.generate({ prompt: 'a cat', stream: true, partial_images: 1 });
    const read = async () => {
      for await (const event of stream) expect(event.type).toBe('image_generation.partial_image');
    };
    await expect(read()).rejects.toThrow(APIError);
  });
});

describe('a chat with the image model', () => {
  const model = `${STANDARD}-chat`;

  it('answers with pictures as Markdown', async () => {
    const { choices, usage } = await openai.chat.completions.create({
      model,
      messages: [
        { role: 'user', content: 'a dog' },
        { role: 'assistant', content: '![Generated image 1](https://a.example/dog.png)' },
        { role: 'user', content: 'a cat {n:2}' },
      ],
    });
    expect(choices[0]?.finish_reason).toBe('stop');
    const links = [...choices[0]!.message.content!.matchAll(/!\[Generated image \d\]\((http[^)]+\.png)\)/g)];
    expect(links).toHaveLength(2);
    expect((await fetch(links[0]![1]!)).headers.get('content-type')).toBe('image/png');
    expect(usage?.completion_tokens).toBeGreaterThan(0);
    expect(sent()).toHaveLength(2);
    expect(sent()[0]).toMatchObject({ contents: [{ parts: [{ text: 'a cat' }] }] });
  });

  it('streams as any other chat, and edits the picture it is shown', async () => {
    const url = `data:image/png;base64,${PIXEL.toString('base64')}`;
    const content = [
      { type: 'text' as const, text: 'a hat' },
      { type: 'image_url' as const, image_url: { url } },
    ];
    const stream = await openai.chat.completions.create({
      model,
      messages: [{ role: 'user', content }],
      stream: true,
    });
    let [text, finish] = ['', ''];
    for await (const { choices } of stream) {
      text += choices[0]?.delta.content ?? '';
      finish = choices[0]?.finish_reason ?? finish;
    }
    expect([text, finish]).toEqual([expect.stringContaining('/pictures/'), 'stop']);
    expect(sent()[0]).toMatchObject({
      contents: [{ parts: [{ inlineData: { mimeType: 'image/png' } }, { text: 'a hat' }] }],
    });
  });

  it('works in other dialects', async () => {
    const response = await fetch(`${rig.gateway.url}/v1/messages`, {
      method: 'POST',
      headers: {
        'x-api-key': CLIENT_TOKEN,
        'anthropic-version': '2023-06-01',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ model, max_tokens: 100, messages: [{ role: 'user', content: 'a cat' }] }),
    });
    const { content, stop_reason } = (await response.json()) as {
      content: { text: string }[];
      stop_reason: string;
    };
    expect([content[0]?.text, stop_reason]).toEqual([expect.stringContaining('/pictures/'), 'end_turn']);
  });

  it('tells of a filter', async () => {
    rig.simulator.on({ model: STANDARD }).do({ kind: 'blocked-prompt' });
    const asked = openai.chat.completions.create({ model, messages: [{ role: 'user', content: 'a cat' }] });
    await expect(asked).rejects.toMatchObject({ status: 400, code: 'content_filter' });
  });
});

describe('the paid key', () => {
  it('makes the pictures, and nothing else', async () => {
    const paid = 'AIzaSyPaid-key-0000000000000000000000001';
    const free = 'AIzaSyFree-key-0000000000000000000000001';
    const models = [STANDARD, 'gemini-3.8-flash'];
    const other = await GatewayRig.start({ env: { PAID_KEY: paid, API_KEYS: free }, simulator: { models } });
    try {
      const client = new OpenAI({
        baseURL: `${other.gateway.url}/v1`,
        apiKey: CLIENT_TOKEN,
        maxRetries: 0,
        fetch,
      });
      await client.images.generate({ prompt: 'a cat', n: 2 });
      await other.generate('gemini-3.8-flash');
      expect(other.callsFor(STANDARD).map(({ key }) => key)).toEqual([paid, paid]);
      expect(other.callsFor('gemini-3.8-flash').map(({ key }) => key)).toEqual([free]);
    } finally {
      await other.close();
    }
  });
});
