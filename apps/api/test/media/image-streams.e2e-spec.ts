import { APIError } from 'openai';
import { anImageRig, aPicture, IMAGEN, PNG_START, STANDARD } from '../support/rigs/image-rig';

const { here } = anImageRig();

describe('pictures as a stream', () => {
  it('begin with drafts and end with the picture', async () => {
    const stream = await here.openai.images.generate({
      prompt: 'a cat',
      stream: true,
      partial_images: 2,
      size: '1024x1024',
    });
    const events = [];
    for await (const event of stream) events.push(event);
    expect(events.map(({ type }) => type)).toEqual([
      'image_generation.partial_image',
      'image_generation.completed',
    ]);
    expect(events[0]).toMatchObject({ partial_image_index: 0, size: '1024x1024', output_format: 'png' });
    expect(events[1]).toMatchObject({
      b64_json: expect.stringMatching(PNG_START),
      usage: { total_tokens: expect.any(Number) },
    });
    expect(events[0]?.b64_json).not.toBe(events[1]?.b64_json);
  });

  it('of an edit have the names of edits, and no drafts that nobody wanted', async () => {
    const stream = await here.openai.images.edit({ prompt: 'a hat', image: await aPicture(), stream: true });
    const types = [];
    for await (const { type } of stream) types.push(type);
    expect(types).toEqual(['image_edit.completed']);
  });

  it('of Imagen come when they are made', async () => {
    const stream = await here.openai.images.generate({ model: IMAGEN, prompt: 'a cat', n: 2, stream: true });
    const types = [];
    for await (const { type } of stream) types.push(type);
    expect(types).toEqual(['image_generation.completed', 'image_generation.completed']);
  });

  it('have a status while nothing was sent, and an event afterwards', async () => {
    here.rig.simulator.on({ model: STANDARD }).do({ kind: 'blocked-prompt' });
    const refused = here.openai.images.generate({ prompt: 'a cat', stream: true });
    await expect(refused).rejects.toMatchObject({ status: 400, code: 'content_filter' });
    here.rig.simulator.clearFaults();
    here.rig.simulator
      .on({ model: STANDARD })
      .do({ kind: 'mid-stream-error', fixture: '503-overloaded', afterEvents: 1 });
    const stream = await here.openai.images.generate({ prompt: 'a cat', stream: true, partial_images: 1 });
    const read = async () => {
      for await (const event of stream) expect(event.type).toBe('image_generation.partial_image');
    };
    await expect(read()).rejects.toThrow(APIError);
  });
});
