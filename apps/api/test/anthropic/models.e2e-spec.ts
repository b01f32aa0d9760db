import { ANTHROPIC_BASES, anthropicAt, ask, MODEL } from '../support/clients/anthropic-client';
import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig, TWO_KEYS } from '../support/rigs/gateway-rig';

let rig: GatewayRig;

beforeAll(async () => {
  rig = await GatewayRig.startWithKeys(TWO_KEYS, {
    env: {
      MODEL_ALIASES: '{"claude-opus-*":"gemini-2.5-pro","house-model":"gemini-2.5-flash"}',
      CLAUDE_DEFAULT_MODEL: 'gemini-3.6-flash',
    },
  });
});

afterAll(() => rig?.close());

beforeEach(() => rig.simulator.forgetRequests());

describe('tokens', () => {
  it.each(ANTHROPIC_BASES)('are counted below %s, instructions and tools among them', async (base) => {
    const { messages } = anthropicAt(rig.gateway.url + base);
    const { model, messages: said } = ask('Say hello');
    const plain = await messages.countTokens({ model, messages: said });
    const whole = await messages.countTokens({
      model,
      messages: said,
      system: 'x'.repeat(400),
      tools: [{ name: 'f', input_schema: { type: 'object', properties: { a: { type: 'string' } } } }],
    });
    expect(Object.keys(plain)).toEqual(['input_tokens']);
    expect(whole.input_tokens).toBeGreaterThan(plain.input_tokens + 100);
    expect(rig.simulator.requests.at(-1)?.path).toContain(`/models/${MODEL}:countTokens`);
    expect(rig.simulator.requests.at(-1)?.json).toMatchObject({
      generateContentRequest: { model: `models/${MODEL}`, systemInstruction: {}, tools: [{}] },
    });
  });

  it('are those that the answer reports', async () => {
    const body = ask('Say hello');
    const anthropic = anthropicAt(rig.gateway.url);
    const { input_tokens: counted } = await anthropic.messages.countTokens({
      model: body.model,
      messages: body.messages,
    });
    expect((await anthropic.messages.create(body)).usage.input_tokens).toBe(counted);
  });
});

describe('a model', () => {
  it.each([
    ['claude-opus-5', 'gemini-2.5-pro'],
    ['claude-sonnet-5-5', 'gemini-3.6-flash'],
    ['claude-gemini-3.8-flash', 'gemini-3.8-flash'],
    ['house-model', 'gemini-2.5-flash'],
    ['models/gemini-3.8-flash', 'gemini-3.8-flash'],
  ])('named %s is %s', async (name, model) => {
    const message = await anthropicAt(rig.gateway.url).messages.create({ ...ask('Hi'), model: name });
    expect(message.model).toBe(name);
    expect(rig.simulator.requests[0]?.path).toContain(`/models/${model}:generateContent`);
  });

  it('is known by its other names in the other dialects too', async () => {
    const post = (path: string, body: object) =>
      fetch(`${rig.gateway.url}${path}?key=${CLIENT_TOKEN}`, { method: 'POST', body: JSON.stringify(body) });
    const messages = [{ role: 'user', content: 'Hi' }];
    await post('/v1/chat/completions', { model: 'house-model', messages });
    const contents = [{ role: 'user', parts: [{ text: 'Hi' }] }];
    await post('/v1beta/models/house-model:generateContent', { contents });
    expect(rig.simulator.requests.map(({ path, status }) => [path, status])).toEqual([
      ['/v1beta/models/gemini-2.5-flash:generateContent', 200],
      ['/v1beta/models/gemini-2.5-flash:generateContent', 200],
    ]);
  });

  it('may be used by its other name where a token is limited to that', async () => {
    const wanted = { name: 'limited', allowedModels: ['house-model'] };
    const { secret } = await rig.admin<{ secret: string }>('POST', '/api/tokens', wanted);
    const { messages, models } = anthropicAt(rig.gateway.url, { apiKey: secret });
    const asked = { ...ask('Hi'), model: 'house-model' };
    expect((await messages.create(asked)).stop_reason).toBe('end_turn');
    expect((await messages.countTokens({ model: asked.model, messages: asked.messages })).input_tokens).toBe(
      1,
    );
    const path = '/v1beta/models/house-model:generateContent';
    const native = await fetch(`${rig.gateway.url}${path}?key=${secret}`, {
      method: 'POST',
      body: JSON.stringify({ contents: [{ parts: [{ text: 'Hi' }] }] }),
    });
    expect(native.status).toBe(200);
    await expect(messages.create(ask('Hi'))).rejects.toMatchObject({ status: 403, type: 'permission_error' });
    expect((await models.list()).data.map(({ id }) => id)).toEqual(['house-model']);
  });

  it.each(['', '/anthropic'])('is listed, page by page and one by one, below %s', async (base) => {
    const { models } = anthropicAt(rig.gateway.url + base);
    const whole = (await models.list({ limit: 1000 })).data.map(({ id }) => id);
    expect(whole).toEqual(expect.arrayContaining([MODEL, `claude-${MODEL}`, 'house-model']));
    const paged: string[] = [];
    for await (const { id } of models.list({ limit: 7 })) paged.push(id);
    expect(paged).toEqual(whole);
    const backwards: string[] = [];
    for await (const { id } of models.list({ limit: 7, before_id: whole.at(-1) })) backwards.push(id);
    expect(backwards.sort()).toEqual(whole.slice(0, -1).sort());
    for (const id of [MODEL, `claude-${MODEL}`, 'claude-sonnet-5-5'])
      expect(await models.retrieve(id)).toMatchObject({
        id,
        type: 'model',
        display_name: expect.any(String),
      });
    await expect(models.retrieve('gemini-9')).rejects.toMatchObject({ status: 404, type: 'not_found_error' });
  });
});
