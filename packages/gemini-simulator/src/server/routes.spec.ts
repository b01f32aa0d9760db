import { aSimulator, closeSimulators, MODEL, post } from '../testing/a-simulator';

const user = (text: string) => ({ role: 'user', parts: [{ text }] });

describe('other routes', () => {
  afterEach(closeSimulators);

  it.each(['/v1beta/nothing', '/', '/nothing/here'])('%s is not found', async (path) => {
    const reply = await post(await aSimulator(), path, undefined);
    expect([reply.status, reply.type]).toEqual([404, 'text/html; charset=UTF-8']);
  });

  it('an encoded path and doubled slashes lead to the same place', async () => {
    const reply = await post(await aSimulator(), `//v1/models%2F${MODEL}%3AgenerateContent`, {
      contents: [user('Hi')],
    });
    expect(reply.status).toBe(200);
  });

  it('a page of models leads to the next', async () => {
    const sim = await aSimulator({ models: ['gemini-3.8-flash', 'my-model', 'gemini-embedding-2'] });
    const first = (await post(sim, '/v1/models?pageSize=2', undefined)).json;
    const second = (await post(sim, `/v1/models?pageSize=2&pageToken=${first.nextPageToken}`, undefined))
      .json;
    expect([...first.models, ...second.models].map((model: { name: string }) => model.name)).toEqual([
      'models/gemini-3.8-flash',
      'models/my-model',
      'models/gemini-embedding-2',
    ]);
    expect(second).not.toHaveProperty('nextPageToken');
  });

  it('countTokens takes both forms', async () => {
    const sim = await aSimulator();
    const path = `/v1beta/models/${MODEL}:countTokens`;
    const contents = [user('12345678')];
    const whole = {
      generateContentRequest: {
        model: `models/${MODEL}`,
        contents,
        systemInstruction: { parts: [{ text: '1234' }] },
      },
    };
    expect((await post(sim, path, { contents })).json.totalTokens).toBe(2);
    expect((await post(sim, path, whole)).json.totalTokens).toBe(3);
  });

  it.each([
    [100, 200],
    [101, 400],
  ])('a batch of %i embeddings is answered %i', async (count, status) => {
    const item = {
      model: 'models/gemini-embedding-001',
      content: { parts: [{ text: 'x' }] },
      outputDimensionality: 1,
    };
    const reply = await post(await aSimulator(), '/v1/models/gemini-embedding-001:batchEmbedContents', {
      requests: Array.from({ length: count }, () => item),
    });
    expect(reply.status).toBe(status);
  });

  it.each([
    ['gemini-embedding-2', true],
    ['gemini-embedding-001', false],
  ])('a shortened vector of %s has length one: %s', async (model, isNormal) => {
    const reply = await post(await aSimulator(), `/v1/models/${model}:embedContent`, {
      content: { parts: [{ text: 'x' }] },
      embedContentConfig: { outputDimensionality: 64 },
    });
    expect(Math.abs(Math.hypot(...reply.json.embedding.values) - 1) < 1e-6).toBe(isNormal);
  });
});
