import { brotliCompressSync, gzipSync } from 'node:zlib';
import { anHttpServer } from '../../src/core/testing/local-server';
import { OPENAI_PATHS } from '../support/clients/openai-sdk';
import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import { aChat, anOpenaiRig, MODEL, PIXEL } from '../support/rigs/openai-rig';

const here = anOpenaiRig({ THINKING_MODELS: '["gemini-2.5-flash"]' });

describe('a chat', () => {
  it.each(OPENAI_PATHS)('is answered under %s', async (path) => {
    const completion = await here.rig.client(path).chat.completions.create(aChat('Say hello'));
    expect(completion).toMatchObject({ object: 'chat.completion', model: MODEL });
    expect(completion.id).toMatch(/^chatcmpl-[0-9a-z]{24}$/);
    expect(completion.choices).toHaveLength(1);
    expect(completion.choices[0]).toMatchObject({ index: 0, finish_reason: 'stop' });
    expect(completion.choices[0]?.message.content).toContain('Say hello');
  });

  it('tells the whole usage', async () => {
    const { usage } = await here.openai.chat.completions.create(aChat('Say hello'));
    expect(usage?.prompt_tokens).toBeGreaterThan(0);
    expect(usage?.completion_tokens_details?.reasoning_tokens).toBeGreaterThan(0);
    expect(usage?.completion_tokens).toBeGreaterThan(usage?.completion_tokens_details?.reasoning_tokens ?? 0);
    expect(usage?.total_tokens).toBe((usage?.prompt_tokens ?? 0) + (usage?.completion_tokens ?? 0));
  });

  it('shows thoughts beside the answer', async () => {
    const { choices } = await here.openai.chat.completions.create(aChat('Say hello'));
    expect(choices[0]?.message).toMatchObject({ reasoning_content: expect.stringContaining('Considering') });
    expect(choices[0]?.message.content).not.toContain('Considering');
  });

  it('gives several answers, each with its index', async () => {
    const { choices } = await here.openai.chat.completions.create({ ...aChat('Say hello'), n: 3 });
    expect(choices.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(choices.every(({ message }) => message.content !== '')).toBe(true);
  });

  it('keeps roles, and no field that upstream does not know', async () => {
    await here.openai.chat.completions.create({
      ...aChat('Say hello'),
      messages: [
        { role: 'system', content: 'Be short' },
        { role: 'user', content: 'Hi' },
        { role: 'assistant', content: 'Hello!' },
        { role: 'user', content: 'Again' },
      ],
      user: 'somebody',
      metadata: { a: 'b' },
      store: true,
    });
    const [request] = here.rig.simulator.requests;
    expect(request?.path).toBe(`/v1beta/models/${MODEL}:generateContent`);
    expect(request?.json).toMatchObject({
      systemInstruction: { parts: [{ text: 'Be short' }] },
      contents: [
        { role: 'user', parts: [{ text: 'Hi' }] },
        { role: 'model', parts: [{ text: 'Hello!' }] },
        { role: 'user', parts: [{ text: 'Again' }] },
      ],
    });
    expect(JSON.stringify(request?.json)).not.toMatch(/somebody|metadata|store/);
  });

  it('sends a picture on', async () => {
    const image_url = { url: `data:image/png;base64,${PIXEL}` };
    const completion = await here.openai.chat.completions.create({
      model: MODEL,
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'What is it?' },
            { type: 'image_url', image_url },
          ],
        },
      ],
    });
    expect(completion.choices[0]?.finish_reason).toBe('stop');
    expect(here.rig.simulator.requests[0]?.json).toMatchObject({
      contents: [
        { parts: [{ text: 'What is it?' }, { inlineData: { mimeType: 'image/png', data: PIXEL } }] },
      ],
    });
  });

  it('fetches a picture from the web', async () => {
    const pictures = await anHttpServer((request, response) => {
      if (request.url === '/moved') return void response.writeHead(302, { location: '/pixel' }).end();
      response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.from(PIXEL, 'base64'));
    });
    try {
      const image_url = { url: `${pictures.origin}/moved` };
      const content = [{ type: 'image_url' as const, image_url }];
      await here.openai.chat.completions.create({ model: MODEL, messages: [{ role: 'user', content }] });
      expect(here.rig.simulator.requests[0]?.json).toMatchObject({
        contents: [{ parts: [{ inlineData: { mimeType: 'image/png', data: PIXEL } }] }],
      });
    } finally {
      await pictures.close();
    }
  });

  it('goes to the key that upstream keeps something for', async () => {
    const made = await fetch(`${here.rig.gateway.url}/v1beta/cachedContents`, {
      method: 'POST',
      headers: { 'x-goog-api-key': CLIENT_TOKEN, 'content-type': 'application/json' },
      body: JSON.stringify({
        model: `models/${MODEL}`,
        contents: [{ role: 'user', parts: [{ text: 'x' }] }],
      }),
    });
    const { name } = (await made.json()) as { name: string };
    for (let turn = 0; turn < 4; turn++) {
      const body = { ...aChat('Hi'), extra_body: { google: { cached_content: name } } };
      const completion = await here.openai.chat.completions.create(body);
      expect(completion.choices[0]?.finish_reason).toBe('stop');
    }
    expect(new Set(here.rig.simulator.requests.map(({ key }) => key)).size).toBe(1);
  });

  it.each([false, true])('takes a body of megabytes (streamed: %s)', async (stream) => {
    const picture = Buffer.concat([Buffer.from(PIXEL, 'base64'), Buffer.alloc(1_500_000)]);
    const url = `data:image/png;base64,${picture.toString('base64')}`;
    const content = [
      { type: 'text' as const, text: 'What is it?' },
      { type: 'image_url' as const, image_url: { url } },
    ];
    const body = { model: MODEL, messages: [{ role: 'user' as const, content }] };
    const completion = stream
      ? await here.openai.chat.completions.stream(body).finalChatCompletion()
      : await here.openai.chat.completions.create(body);
    expect(completion.choices[0]?.message.content).toContain('What is it?');
    const refused = here.openai.chat.completions.create({ ...body, n: 'x' as never });
    await expect(refused).rejects.toMatchObject({ status: 400, param: 'n' });
  });

  it.each([
    ['as it is', 'identity', (body: string) => Buffer.from(body)],
    ['as gzip', 'gzip', gzipSync],
    ['as Brotli', 'br', brotliCompressSync],
  ])('takes a body %s, also at an address that ends with a slash', async (_, encoding, encoded) => {
    const response = await fetch(`${here.rig.gateway.url}/v1/chat/completions/`, {
      method: 'POST',
      headers: { authorization: `Bearer ${CLIENT_TOKEN}`, 'content-encoding': encoding },
      body: new Uint8Array(encoded(JSON.stringify(aChat('Say hello')))),
    });
    expect(response.status).toBe(200);
    expect(here.rig.simulator.requests[0]?.json).toMatchObject({
      contents: [{ parts: [{ text: 'Say hello' }] }],
    });
  });

  it.each([false, true])('names the sources of what was searched for (streamed: %s)', async (stream) => {
    const body = { ...aChat('Say hello'), web_search_options: {} };
    const { content, annotations } = stream
      ? (await here.openai.chat.completions.stream(body).finalChatCompletion()).choices[0]!.message
      : (await here.openai.chat.completions.create(body)).choices[0]!.message;
    expect(annotations).not.toHaveLength(0);
    for (const { type, url_citation: cited } of annotations ?? []) {
      expect(type).toBe('url_citation');
      expect(cited).toMatchObject({ url: expect.stringMatching(/^https?:/), title: expect.any(String) });
      expect(content?.slice(cited.start_index, cited.end_index)).not.toBe('');
    }
  });

  it('does not think where the name says so', async () => {
    const model = 'gemini-2.5-flash-non-thinking';
    const completion = await here.openai.chat.completions.create({ ...aChat('Say hello'), model });
    expect(completion.model).toBe(model);
    expect(completion.usage?.completion_tokens_details?.reasoning_tokens).toBe(0);
    expect(here.rig.simulator.requests[0]?.path).toBe('/v1beta/models/gemini-2.5-flash:generateContent');
  });

  it('answers in the shape of a schema', async () => {
    const schema = {
      type: 'object',
      properties: { name: { type: 'string' }, age: { type: 'integer' } },
      required: ['name', 'age'],
      additionalProperties: false,
    };
    const completion = await here.openai.chat.completions.parse({
      ...aChat('Anna is 7'),
      response_format: { type: 'json_schema', json_schema: { name: 'person', strict: true, schema } },
    });
    expect(JSON.parse(completion.choices[0]?.message.content ?? '')).toEqual({
      name: expect.any(String),
      age: expect.any(Number),
    });
  });
});

describe('models', () => {
  it.each(['/v1', '/hf/v1', '/openai/v1', '/v1beta/openai', '/gemini/openai/v1'])(
    'are listed and got under %s',
    async (path) => {
      const client = here.rig.client(path);
      const ids: string[] = [];
      for await (const { id } of client.models.list()) ids.push(id);
      expect(ids).toContain(MODEL);
      for (const id of [MODEL, `models/${MODEL}`, `google/${MODEL}`])
        expect(await client.models.retrieve(id)).toMatchObject({ id: MODEL, object: 'model' });
    },
  );
});
