import { GoogleGenAI } from '@google/genai';
import OpenAI from 'openai';

/** A request as a client sends it. */
export interface ClientCall {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

const MODEL = 'gemini-3.8-flash';
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** A fetch that keeps what it sends. */
export function aRecorder(): { calls: ClientCall[]; recording: typeof fetch } {
  const calls: ClientCall[] = [];
  const recording: typeof fetch = (input, init) => {
    const { pathname, search } = new URL(input instanceof Request ? input.url : input);
    calls.push({
      method: init?.method ?? 'GET',
      path: pathname + search,
      headers: Object.fromEntries(new Headers(init?.headers)),
      body: init?.body as string | undefined,
    });
    return fetch(input, init);
  };
  return { calls, recording };
}

/** What OpenAI's SDK sends for pictures, speech and embeddings; all of them succeed. */
export async function recordOpenaiCalls(baseUrl: string, apiKey: string): Promise<ClientCall[]> {
  const { calls, recording } = aRecorder();
  const openai = new OpenAI({ baseURL: `${baseUrl}/v1`, apiKey, maxRetries: 0, fetch: recording });
  await openai.embeddings.create({ model: 'gemini-embedding-001', input: ['one', 'two'], dimensions: 64 });
  await openai.embeddings.create({ model: 'gemini-embedding-2', input: [9906, 1917] });
  const size = '1536x1024' as const;
  await openai.images.generate({ prompt: 'a cat {n:2}', size, quality: 'high', response_format: 'url' });
  for await (const _ of await openai.images.generate({ prompt: 'a cat', stream: true, partial_images: 1 }));
  const images = [{ image_url: `data:image/png;base64,${PIXEL}` }];
  await openai.post('/images/edits', { body: { prompt: 'a hat', images } });
  await openai.audio.speech.create({ model: 'tts-1', voice: 'alloy', input: 'Hello.', speed: 1.5 });
  await openai.audio.speech.create({
    model: 'gpt-4o-mini-tts',
    voice: 'Kore',
    input: 'Hello.',
    response_format: 'wav',
    stream_format: 'sse',
  });
  return calls;
}

/** What Google's SDK sends for each thing that it can be asked; all of them succeed. */
export async function recordSdkCalls(baseUrl: string, apiKey: string): Promise<ClientCall[]> {
  const { calls, recording } = aRecorder();
  const { models } = new GoogleGenAI({ apiKey, httpOptions: { baseUrl, fetch: recording } });
  const config = { temperature: 0.5, maxOutputTokens: 200, systemInstruction: 'Be brief.' };
  const schema = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };

  await models.generateContent({ model: MODEL, contents: 'Say hello' });
  await models.generateContent({ model: MODEL, contents: 'Plan a day', config });
  await models.generateContent({
    model: MODEL,
    contents: ['What is this?', { inlineData: { mimeType: 'image/png', data: PIXEL } }],
  });
  await models.generateContent({
    model: MODEL,
    contents: 'Which city?',
    config: { responseMimeType: 'application/json', responseJsonSchema: schema },
  });
  await models.generateContent({
    model: MODEL,
    contents: 'call weather',
    config: { tools: [{ functionDeclarations: [{ name: 'weather', parametersJsonSchema: schema }] }] },
  });
  for await (const _ of await models.generateContentStream({
    model: MODEL,
    contents: 'Tell a story',
    config,
  }));
  await models.countTokens({ model: MODEL, contents: 'one two three' });
  await models.embedContent({ model: 'gemini-embedding-001', contents: ['one', 'two'] });
  await models.list();
  await models.get({ model: MODEL });
  return calls;
}
