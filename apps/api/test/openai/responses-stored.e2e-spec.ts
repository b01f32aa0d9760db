import type OpenAI from 'openai';
import { BadRequestError, NotFoundError } from 'openai';
import { ADMIN_TOKEN } from '../support/processes/gateway-process';
import { MODEL, PIXEL, OpenaiRig } from '../support/rigs/openai-rig';

let rig: OpenaiRig;

beforeAll(async () => void (rig = await OpenaiRig.start()));
afterAll(() => rig?.close());
beforeEach(() => rig.simulator.forgetRequests());

const create = (input: string, more: object = {}) =>
  rig.client().responses.create({ model: MODEL, input, ...more });
const refusalOf = (call: Promise<unknown>) => call.then(undefined, (error: unknown) => error);

/** What a user says with a picture of about so many bytes. */
function picture(bytes: number): OpenAI.Responses.ResponseInput {
  const data = Buffer.concat([Buffer.from(PIXEL, 'base64'), Buffer.alloc(bytes)]).toString('base64');
  const image_url = `data:image/png;base64,${data}`;
  return [{ role: 'user', content: [{ type: 'input_image', image_url, detail: 'auto' }] }];
}

describe('a response that is kept', () => {
  it('is got as it was given, also after a restart', async () => {
    const given = await create('Say hello', { metadata: { a: 'b' } });
    expect(await rig.client().responses.retrieve(given.id)).toEqual(given);
    rig.gateway = await rig.gateway.restart();
    expect(await rig.client().responses.retrieve(given.id)).toEqual(given);
  });

  it('is there also after the gateway was killed', async () => {
    const { id } = await create('Say hello');
    await rig.gateway.stop('SIGKILL');
    rig.gateway = await rig.gateway.restart();
    expect(await rig.client().responses.retrieve(id)).toMatchObject({ id });
  });

  it('is got as a stream, from the beginning and from within', async () => {
    const given = await create('Say hello', { reasoning: { summary: 'auto' } });
    const streamed = rig.client().responses.stream({ response_id: given.id, model: MODEL } as never);
    expect((await streamed.finalResponse()).output).toMatchObject(given.output);
    const rest = await rig.fetch(`/responses/${given.id}?stream=true&starting_after=3`);
    expect(/"sequence_number":(\d+)/.exec(await rest.text())?.[1]).toBe('4');
  });

  it('is gone on with, without what was said before being sent again', async () => {
    const first = await create('My name is Anna', { instructions: 'Be brief' });
    const second = await create('What is my name?', { previous_response_id: first.id });
    expect(second.previous_response_id).toBe(first.id);
    expect(rig.simulator.requests.at(-1)?.json).toMatchObject({
      contents: [
        { role: 'user', parts: [{ text: 'My name is Anna' }] },
        { role: 'model', parts: [{ text: first.output_text }] },
        { role: 'user', parts: [{ text: 'What is my name?' }] },
      ],
    });
    expect(rig.simulator.requests.at(-1)?.json).not.toHaveProperty('systemInstruction');
  });

  it('lists everything that it rests on, in pages', async () => {
    const first = await create('One');
    const second = await create('Two', { previous_response_id: first.id });
    const texts: string[] = [];
    for await (const item of rig.client().responses.inputItems.list(second.id, { order: 'asc', limit: 1 }))
      texts.push(item.type === 'message' ? item.role : item.type);
    expect(texts).toEqual(['user', 'assistant', 'user']);
  });

  it('is forgotten when asked to, and by its token alone', async () => {
    const { id } = await create('Say hello');
    const stranger = rig.client('/v1', ADMIN_TOKEN);
    for (const call of [stranger.responses.retrieve(id), stranger.responses.delete(id)])
      expect(await refusalOf(call)).toBeInstanceOf(NotFoundError);
    expect(
      await refusalOf(stranger.responses.create({ model: MODEL, input: 'x', previous_response_id: id })),
    ).toMatchObject({ status: 400, code: 'previous_response_not_found', param: 'previous_response_id' });
    await rig.client().responses.delete(id);
    expect(await refusalOf(rig.client().responses.retrieve(id))).toBeInstanceOf(NotFoundError);
    expect(await refusalOf(create('x', { previous_response_id: id }))).toBeInstanceOf(BadRequestError);
  });

  it('cannot be cancelled, because it is complete', async () => {
    const { id } = await create('Say hello');
    expect(await refusalOf(rig.client().responses.cancel(id))).toBeInstanceOf(BadRequestError);
    expect(await refusalOf(rig.client().responses.cancel('resp_none'))).toBeInstanceOf(NotFoundError);
  });

  it('holds pictures of megabytes, which are read aside when it is gone on with', async () => {
    const first = await rig.client().responses.create({ model: MODEL, input: picture(1_500_000) });
    await create('And now?', { previous_response_id: first.id });
    expect(rig.lastSent().length).toBeGreaterThan(1_500_000);
  });
});

describe('nothing is kept', () => {
  it('of a response with store: false', async () => {
    const { id } = await create('Say hello', { store: false });
    expect(await refusalOf(rig.client().responses.retrieve(id))).toBeInstanceOf(NotFoundError);
  });

  it('of one that failed', async () => {
    const takeBack = rig.simulator
      .on()
      .do({ kind: 'mid-stream-error', afterEvents: 2, fixture: '503-overloaded' });
    const { id } = await rig.client().responses.stream({ model: MODEL, input: 'x' }).finalResponse();
    takeBack();
    expect(await refusalOf(rig.client().responses.retrieve(id))).toBeInstanceOf(NotFoundError);
  });

  it('of an input that is too large, and the client is told', async () => {
    const { data, response } = await rig
      .client()
      .responses.create({ model: MODEL, input: picture(6_000_000) })
      .withResponse();
    expect(response.headers.get('x-request-changes')).toContain('not kept');
    expect(data).toMatchObject({ store: false });
    expect(await refusalOf(rig.client().responses.retrieve(data.id))).toBeInstanceOf(NotFoundError);
  });

  it('where the gateway is told to keep nothing, and the client learns it', async () => {
    const forgetful = await OpenaiRig.start({ STORED_RESPONSES_DAYS: '0' });
    try {
      const { id, ...response } = await forgetful.client().responses.create({ model: MODEL, input: 'x' });
      expect(response).toMatchObject({ status: 'completed', store: false });
      expect(await refusalOf(forgetful.client().responses.retrieve(id))).toBeInstanceOf(NotFoundError);
    } finally {
      await forgetful.close();
    }
  });
});
