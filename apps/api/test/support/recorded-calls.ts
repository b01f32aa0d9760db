import { GoogleGenAI } from '@google/genai';

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

/** What Google's SDK sends for each thing that it can be asked; all of them succeed. */
export async function recordSdkCalls(baseUrl: string, apiKey: string): Promise<ClientCall[]> {
  const calls: ClientCall[] = [];
  const recording: typeof fetch = (input, init) => {
    const { pathname, search } = new URL(input);
    calls.push({
      method: init?.method ?? 'GET',
      path: pathname + search,
      headers: Object.fromEntries(new Headers(init?.headers)),
      body: init?.body as string | undefined,
    });
    return fetch(input, init);
  };
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
