import { aSimulator, ask, closeSimulators, MODEL, post } from '../../testing/a-simulator';

const user = (text: string) => ({ role: 'user', parts: [{ text }] });
const call = (name: string, thoughtSignature?: string) => ({
  functionCall: { name, args: {} },
  ...(thoughtSignature ? { thoughtSignature } : {}),
});
const result = (name: string) => ({ functionResponse: { name, response: { output: 'ok' } } });
const tools = [{ functionDeclarations: [{ name: 'first' }, { name: 'second' }] }];
const PLACEHOLDER = 'skip_thought_signature_validator';

describe('generateContent', () => {
  afterEach(closeSimulators);

  it('takes snake_case, single values for lists, and placeholders for signatures', async () => {
    const body = {
      system_instruction: { parts: { text: 'Be brief' } },
      generation_config: { max_output_tokens: 100 },
      contents: [
        user('x'),
        { role: 'model', parts: [call('first', PLACEHOLDER), call('second')] },
        { role: 'user', parts: [result('first'), result('second')] },
      ],
    };
    const reply = await ask(await aSimulator(), 'Hi', body);
    expect(reply.json.candidates[0].content.parts[0].text).toContain('Instructed: "Be brief"');
  });

  it('calls several functions at once and signs only the first call', async () => {
    const { json } = await ask(await aSimulator(), 'please call first and second', { tools });
    const parts = json.candidates[0].content.parts as {
      functionCall: { name: string; id: string };
      thoughtSignature?: string;
    }[];
    expect(parts.map((part) => part.functionCall.name)).toEqual(['first', 'second']);
    expect(parts.map((part) => part.thoughtSignature !== undefined)).toEqual([true, false]);
    expect(parts[0]!.functionCall.id).not.toBe(parts[1]!.functionCall.id);
  });

  it.each([
    ['ANY', 'Hi', 'first'],
    ['NONE', 'call first', undefined],
    ['AUTO', 'Hi', undefined],
  ])('mode %s decides about calls', async (mode, text, name) => {
    const { json } = await ask(await aSimulator(), text, {
      tools,
      toolConfig: { functionCallingConfig: { mode } },
    });
    expect(json.candidates[0].content.parts[0].functionCall?.name).toBe(name);
  });

  it('stops at the token limit and at a stop sequence', async () => {
    const sim = await aSimulator();
    const cut = (await ask(sim, 'Hi', { generationConfig: { maxOutputTokens: 2 } })).json.candidates[0];
    expect([cut.finishReason, cut.content.parts[0].text]).toEqual(['MAX_TOKENS', 'You said']);
    const stopped = (await ask(sim, 'Hi', { generationConfig: { stopSequences: [' said'] } })).json
      .candidates[0];
    expect([stopped.finishReason, stopped.content.parts[0].text]).toEqual(['STOP', 'You']);
  });

  it.each([
    [
      'an unknown model',
      'no-such-model',
      404,
      'models/no-such-model is not found for API version v1beta, or is not supported for generateContent.',
    ],
    ['a model of another method', 'gemini-embedding-2', 404, 'is not supported for generateContent'],
    [
      'a model of the Interactions API',
      'gemini-omni-flash-preview',
      400,
      'This model only supports Interactions API.',
    ],
  ])('refuses %s', async (_, model, status, words) => {
    const reply = await ask(await aSimulator(), 'Hi', {}, 'AQ.good', model);
    expect([reply.status, reply.json.error.message]).toEqual([status, expect.stringContaining(words)]);
  });

  it('denies files and caches that it does not hold', async () => {
    const sim = await aSimulator();
    const fileData = { fileUri: 'https://generativelanguage.googleapis.com/v1beta/files/abc' };
    expect(
      (await ask(sim, '', { contents: [{ role: 'user', parts: [{ fileData }] }] })).json.error.message,
    ).toContain('File abc');
    expect((await ask(sim, 'Hi', { cachedContent: 'cachedContents/x' })).status).toBe(403);
  });

  it('streams a JSON array without alt=sse, also for a refusal', async () => {
    const sim = await aSimulator();
    const path = `/v1beta/models/${MODEL}:streamGenerateContent`;
    expect((await post(sim, path, { contents: [user('Hi')] })).json).toHaveLength(5);
    expect((await post(sim, path, { contents: [] })).json[0].error.code).toBe(400);
  });

  it('paces a stream by the model name sim-EVENTSxDELAY', async () => {
    const { text } = await post(
      await aSimulator(),
      '/v1beta/models/sim-300x0:streamGenerateContent?alt=sse',
      { contents: [user('Hi')] },
    );
    expect(text.split('\r\n\r\n').length).toBeGreaterThanOrEqual(300);
  });
});
