import { GoogleGenAI, type Content, type GenerateContentResponse } from '@google/genai';
import { aSimulator, closeSimulators, KEY, MODEL } from './testing/a-simulator';
import type { Simulator } from './simulator';

// jest hides the global undici dispatcher that the SDK looks up unless it is given a fetch of its own.
function sdk(sim: Simulator, apiKey = KEY): GoogleGenAI {
  return new GoogleGenAI({ apiKey, httpOptions: { baseUrl: sim.url, fetch } });
}

async function collect(stream: AsyncIterable<GenerateContentResponse>): Promise<GenerateContentResponse[]> {
  const chunks: GenerateContentResponse[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return chunks;
}

const weather = {
  functionDeclarations: [
    {
      name: 'get_weather',
      parametersJsonSchema: { type: 'object', properties: { city: { type: 'string' } } },
    },
    { name: 'get_time' },
  ],
};

describe('the simulator, through the official SDK', () => {
  afterEach(closeSimulators);

  it('answers with the prompt in it, with usage that adds up', async () => {
    const reply = await sdk(await aSimulator()).models.generateContent({
      model: MODEL,
      contents: 'Hello lantern',
    });
    expect(reply.text).toContain('You said: "Hello lantern".');
    const usage = reply.usageMetadata!;
    expect(usage.totalTokenCount).toBe(
      usage.promptTokenCount! + usage.candidatesTokenCount! + usage.thoughtsTokenCount!,
    );
    expect(reply.modelVersion).toBe(MODEL);
    expect(reply.responseId).toHaveLength(22);
  });

  it('says the same for the same seed and something else for another', async () => {
    const [one, same, other] = [
      await aSimulator({ seed: 1 }),
      await aSimulator({ seed: 1 }),
      await aSimulator({ seed: 2 }),
    ];
    const texts = await Promise.all(
      [one, same, other].map(
        async (sim) => (await sdk(sim).models.generateContent({ model: MODEL, contents: 'Hi' })).text,
      ),
    );
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).not.toBe(texts[2]);
  });

  it('streams the same text in several events, the finish reason and the whole usage only in the last', async () => {
    const ai = sdk(await aSimulator({ events: 5 }));
    const whole = await ai.models.generateContent({ model: MODEL, contents: 'Hi there' });
    const chunks = await collect(
      await ai.models.generateContentStream({ model: MODEL, contents: 'Hi there' }),
    );
    expect(chunks.map((chunk) => chunk.text ?? '').join('')).toBe(whole.text);
    expect(chunks.at(-1)!.usageMetadata).toEqual(whole.usageMetadata);
    expect(chunks.length).toBeGreaterThanOrEqual(5);
    expect(chunks.map((chunk) => chunk.candidates?.[0]?.finishReason)).toEqual([
      ...chunks.slice(1).map(() => undefined),
      'STOP',
    ]);
    expect(chunks[0]!.usageMetadata?.candidatesTokenCount).toBeUndefined();
    expect(chunks.at(-1)!.candidates?.[0]?.content?.parts?.[0]?.thoughtSignature).toBeTruthy();
  });

  it('shows thoughts only where they are asked for', async () => {
    const ai = sdk(await aSimulator());
    const thoughtsOf = async (includeThoughts: boolean) => {
      const reply = await ai.models.generateContent({
        model: MODEL,
        contents: 'Hi',
        config: { thinkingConfig: { includeThoughts } },
      });
      return reply.candidates![0]!.content!.parts!.filter((part) => part.thought);
    };
    expect(await thoughtsOf(true)).toHaveLength(1);
    expect(await thoughtsOf(false)).toHaveLength(0);
  });

  it('calls functions one after the other, signs each step and checks what comes back', async () => {
    const ai = sdk(await aSimulator());
    const config = { tools: [weather] };
    const contents: Content[] = [
      { role: 'user', parts: [{ text: 'call get_weather({"city":"Oslo"}) then get_time' }] },
    ];
    for (const expected of [
      { name: 'get_weather', args: { city: 'Oslo' } },
      { name: 'get_time', args: {} },
    ]) {
      const reply = await ai.models.generateContent({ model: MODEL, contents, config });
      expect(reply.functionCalls).toEqual([expect.objectContaining(expected)]);
      contents.push(reply.candidates![0]!.content!);
      contents.push({
        role: 'user',
        parts: [{ functionResponse: { name: expected.name, response: { output: 'fine' } } }],
      });
    }
    expect((await ai.models.generateContent({ model: MODEL, contents, config })).text).toContain(
      'get_time answered {"output":"fine"}',
    );
    delete contents[1]!.parts![0]!.thoughtSignature;
    await expect(ai.models.generateContent({ model: MODEL, contents, config })).rejects.toThrow(
      /missing a thought_signature.*default_api:get_weather.*position 2/,
    );
  });

  it('lists its models page by page', async () => {
    const ai = sdk(await aSimulator());
    const names: string[] = [];
    for await (const model of await ai.models.list({ config: { pageSize: 10 } })) names.push(model.name!);
    expect(names.length).toBeGreaterThan(30);
    expect(new Set(names).size).toBe(names.length);
    expect((await ai.models.get({ model: MODEL })).inputTokenLimit).toBe(1_048_576);
  });

  it('counts and embeds', async () => {
    const ai = sdk(await aSimulator());
    expect((await ai.models.countTokens({ model: MODEL, contents: '12345678' })).totalTokens).toBe(2);
    const embedded = await ai.models.embedContent({
      model: 'gemini-embedding-001',
      contents: ['one', 'two'],
      config: { outputDimensionality: 8 },
    });
    expect(embedded.embeddings!.map((embedding) => embedding.values!.length)).toEqual([8, 8]);
  });

  it('gives pictures and speech from the models made for it', async () => {
    const ai = sdk(await aSimulator());
    const picture = await ai.models.generateContent({
      model: 'gemini-nano-banana-2.1',
      contents: 'a red dot',
    });
    expect(
      picture.candidates![0]!.content!.parts!.some((part) => part.inlineData?.mimeType === 'image/png'),
    ).toBe(true);
    const config = { responseModalities: ['AUDIO'] };
    const speech = await ai.models.generateContent({
      model: 'gemini-3.8-flash-tts',
      contents: 'hello',
      config,
    });
    expect(Buffer.from(speech.data!, 'base64').subarray(0, 4).toString()).toBe('RIFF');
  });

  it('answers JSON in the form of the schema', async () => {
    const schema = { type: 'object', properties: { city: { type: 'string' }, size: { type: 'integer' } } };
    const config = { responseMimeType: 'application/json', responseJsonSchema: schema };
    const reply = await sdk(await aSimulator()).models.generateContent({
      model: MODEL,
      contents: 'a city',
      config,
    });
    expect(JSON.parse(reply.text!)).toEqual({ city: expect.any(String), size: expect.any(Number) });
  });

  it('refuses an unknown key as upstream does', async () => {
    const call = sdk(await aSimulator(), 'AQ.unknown').models.generateContent({
      model: MODEL,
      contents: 'Hi',
    });
    await expect(call).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('API_KEY_INVALID'),
    });
  });
});
