import { toFile } from 'openai';
import { anHttpServer } from '../../src/core/testing/local-server';
import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import { anImageRig, aPicture, PIXEL } from '../support/rigs/image-rig';

const { here, sent } = anImageRig();

describe('pictures out of pictures', () => {
  const inlineData = { mimeType: 'image/png', data: PIXEL.toString('base64') };

  it('are made from the files of a form', async () => {
    const image = [await aPicture(), await aPicture()];
    const { data } = await here.openai.images.edit({
      prompt: 'a hat {n:2}',
      image,
      mask: await aPicture(),
      n: 1,
    });
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
      const response = await here.rig.post('/v1/images/edits', body);
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
    await expect(here.openai.images.edit((await body()) as never)).rejects.toMatchObject({
      status: 400,
      param,
    });
  });

  it.each<[string, object]>([
    ['an address that is none', { images: [{ image_url: 'picture.png' }] }],
    ['a file of OpenAI', { images: [{ file_id: 'file-1' }] }],
    ['what cannot be fetched', { images: [{ image_url: 'http://127.0.0.1:1/x.png' }] }],
    ['no pictures at all', {}],
  ])('are refused for %s', async (_, body) => {
    const response = await here.rig.post('/v1/images/edits', { prompt: 'a hat', ...body });
    expect([response.status, ((await response.json()) as { error: { param: string } }).error.param]).toEqual([
      400,
      'image',
    ]);
  });

  it('are refused for a form that breaks off', async () => {
    const response = await here.rig.post(
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
