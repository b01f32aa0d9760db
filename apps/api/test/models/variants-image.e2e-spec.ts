import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type OpenAI from 'openai';
import { anthropicAt, textOf } from '../support/clients/anthropic-client';
import { geminiSdk } from '../support/clients/gemini-sdk';
import { openaiSdk } from '../support/clients/openai-sdk';
import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig } from '../support/rigs/gateway-rig';
import { PIXEL, PNG_START } from '../support/rigs/image-rig';

const MODEL = 'gemini-2.5-flash-image';
const WRITER = 'gemini-2.5-flash';
const LINK = /!\[image\]\((http:\/\/127\.0\.0\.1:\d+\/pictures\/[^)]+\.png)\)/;
const AS_DATA = new RegExp(`!\\[image\\]\\(data:image/png;base64,${PNG_START}`);

let rig: GatewayRig;

beforeAll(async () => {
  rig = await GatewayRig.start({
    // Addresses on loopback are not fetched: what the gateway keeps itself it has to find on its disk.
    env: { UPLOAD_PROVIDER: 'local', FETCH_ALLOW_CIDRS: '' },
    simulator: { models: [MODEL, WRITER] },
  });
  await rig.addKeys(2);
});
afterAll(() => rig.close());
beforeEach(() => rig.simulator.forgetRequests());

interface Sent {
  readonly contents: readonly { readonly parts: readonly Record<string, unknown>[] }[];
  readonly generationConfig?: { readonly responseModalities?: readonly string[] };
}
const openai = () => openaiSdk(rig.gateway.url);
const native = () => geminiSdk(rig.gateway.url, CLIENT_TOKEN).models;
const sent = (model = MODEL) => rig.callsFor(model).map(({ json }) => json as Sent);
const draw = [{ role: 'user' as const, content: 'Draw a cat' }];

async function chat(messages: OpenAI.ChatCompletionMessageParam[] = draw, model = `${MODEL}-image`) {
  return (await openai().chat.completions.create({ model, messages })).choices[0]!.message.content!;
}

async function streamedChat(): Promise<string> {
  const stream = await openai().chat.completions.create({
    model: `${MODEL}-image`,
    messages: draw,
    stream: true,
  });
  let text = '';
  for await (const { choices } of stream) text += choices[0]?.delta.content ?? '';
  return text;
}

async function message(): Promise<string> {
  const asked = { model: `${MODEL}-image`, max_tokens: 900, messages: draw };
  return textOf(await anthropicAt(rig.gateway.url).messages.create(asked));
}

async function streamedMessage(): Promise<string> {
  const asked = { model: `${MODEL}-image`, max_tokens: 900, messages: draw };
  return textOf(await anthropicAt(rig.gateway.url).messages.stream(asked).finalMessage());
}

const ASKERS: readonly (readonly [dialect: string, ask: () => Promise<string>])[] = [
  ['OpenAI chat', chat],
  ['OpenAI chat, streamed', streamedChat],
  ['OpenAI chat, by the name of the model itself', () => chat(draw, MODEL)],
  ['Anthropic messages', message],
  ['Anthropic messages, streamed', streamedMessage],
];

describe('NAME-image', () => {
  it.each(ASKERS)('answers with words and a link to a picture: %s', async (_, ask) => {
    const text = await ask();

    const [, link] = LINK.exec(text) ?? [];
    expect(text).toContain('You said');
    const picture = await fetch(link!);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(sent()[0]!.generationConfig!.responseModalities).toEqual(['TEXT', 'IMAGE']);
  });

  it('gives responses their pictures as items', async () => {
    const { output } = await openai().responses.create({ model: `${MODEL}-image`, input: 'Draw a cat' });
    const streamed = await openai()
      .responses.stream({ model: `${MODEL}-image`, input: 'Draw a cat' })
      .finalResponse();

    for (const items of [output, streamed.output])
      expect(items).toContainEqual(
        expect.objectContaining({
          type: 'image_generation_call',
          result: expect.stringContaining(PNG_START) as unknown,
        }),
      );
  });

  it.each(['whole', 'streamed'])('gives native clients pictures as data: %s', async (form) => {
    const asked = { model: `${MODEL}-image`, contents: 'Draw a cat' };
    const parts = [];
    if (form === 'whole')
      parts.push(...(await native().generateContent(asked)).candidates![0]!.content!.parts!);
    else
      for await (const { candidates } of await native().generateContentStream(asked))
        parts.push(...(candidates?.[0]?.content?.parts ?? []));

    expect(parts.some(({ inlineData }) => inlineData?.data?.startsWith(PNG_START))).toBe(true);
    expect(sent()[0]!.generationConfig!.responseModalities).toEqual(['TEXT', 'IMAGE']);
  });

  it('is refused with the name of the setting where it is not offered', async () => {
    await expect(chat(draw, 'gemini-3.8-flash-image')).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('IMAGE_MODELS') as unknown,
    });
  });
});

describe('pictures of earlier answers', () => {
  const goOn = (answer: string): OpenAI.ChatCompletionMessageParam[] => [
    ...draw,
    { role: 'assistant', content: answer },
    { role: 'user', content: 'Give it a hat' },
  ];
  const pictures = (model?: string) =>
    sent(model)
      .at(-1)!
      .contents[1]!.parts.filter(({ inlineData }) => inlineData !== undefined);

  it('come back as data where the gateway keeps them', async () => {
    await chat(goOn(await chat()));

    expect(pictures()).toMatchObject([
      { inlineData: { mimeType: 'image/png', data: expect.any(String) as unknown } },
    ]);
    expect(JSON.stringify(sent().at(-1)!.contents[1])).not.toContain('/pictures/');
  });

  it('come back so in the other dialects', async () => {
    const link = await message();
    const turns = goOn(link) as { role: 'user' | 'assistant'; content: string }[];
    await anthropicAt(rig.gateway.url).messages.create({ model: MODEL, max_tokens: 900, messages: turns });
    expect(pictures()).toHaveLength(1);
    await openai().responses.create({ model: MODEL, input: turns });
    expect(pictures()).toHaveLength(1);
  });

  it('come back so from the web, within a conversation too long to be read at once', async () => {
    const web = createServer((_, response) => response.setHeader('content-type', 'image/png').end(PIXEL));
    await new Promise<void>((listening) => web.listen(0, '127.0.0.1', listening));
    await rig.admin('PATCH', '/api/settings', { set: { FETCH_ALLOW_CIDRS: ['127.0.0.1'] } });
    const link = `![cat](http://127.0.0.1:${(web.address() as AddressInfo).port}/cat.png)`;
    await chat(goOn(`Look: ${link} ${'well '.repeat(60_000)}`));
    await rig.admin('PATCH', '/api/settings', { set: { FETCH_ALLOW_CIDRS: [] } });
    web.close();

    expect(pictures()).toEqual([{ inlineData: { mimeType: 'image/png', data: PIXEL.toString('base64') } }]);
  });

  it('stay links where they cannot be had, and for models that make none', async () => {
    const foreign = '![image](http://127.0.0.1:9/a.png)';
    await chat(goOn(foreign));
    expect([pictures(), JSON.stringify(sent().at(-1)!.contents)]).toEqual([
      [],
      expect.stringContaining(foreign),
    ]);
    const kept = await chat();
    await chat(goOn(kept), WRITER);
    expect(pictures(WRITER)).toEqual([]);
  });
});

describe('without an upload host', () => {
  beforeAll(() => rig.admin('PATCH', '/api/settings', { set: { UPLOAD_PROVIDER: 'smms' } }));

  it.each(ASKERS)('pictures are data in Markdown: %s', async (_, ask) => {
    expect(await ask()).toMatch(AS_DATA);
  });

  it('pictures come back as data', async () => {
    const answer = await chat();
    await chat([...draw, { role: 'assistant', content: answer }, { role: 'user', content: 'A hat' }]);

    const said = JSON.stringify(sent().at(-1)!.contents[1]);
    expect([said.includes('inlineData'), said.includes('data:image')]).toEqual([true, false]);
  });

  it('chats may have them in message.images instead', async () => {
    await rig.admin('PATCH', '/api/settings', { set: { CHAT_PICTURES: 'images' } });
    const { choices } = await openai().chat.completions.create({ model: MODEL, messages: draw });

    expect(choices[0]!.message.content).not.toContain('![');
    expect(choices[0]!.message).toMatchObject({
      images: [
        {
          type: 'image_url',
          image_url: { url: expect.stringMatching(/^data:image\/png;base64,/) as unknown },
        },
      ],
    });
  });
});
