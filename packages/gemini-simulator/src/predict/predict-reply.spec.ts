import { aSimulator, ask, closeSimulators, post } from '../testing/a-simulator';

const IMAGEN = 'imagen-4.0-generate-001';

afterEach(closeSimulators);

async function predict(parameters: object, prompt = 'a cat') {
  const sim = await aSimulator({ models: [IMAGEN] });
  return post(sim, `/v1beta/models/${IMAGEN}:predict`, { instances: [{ prompt }], parameters });
}

it('makes as many pictures as it is asked for', async () => {
  const { status, json } = await predict({ sampleCount: 3, outputOptions: { mimeType: 'image/jpeg' } });
  expect([status, json.predictions.length, json.predictions[0].mimeType]).toEqual([200, 3, 'image/jpeg']);
});

it('filters, and says why only if it is asked to', async () => {
  expect((await predict({}, 'something forbidden')).json).toEqual({});
  const { json } = await predict({ includeRaiReason: true }, 'something forbidden');
  expect(json.predictions).toEqual([{ raiFilteredReason: expect.any(String) }]);
});

it.each([{ sampleCount: 5 }, { aspectRatio: '3:2' }, { sampleImageSize: '4K' }])(
  'refuses %j',
  async (parameters) => {
    expect((await predict(parameters)).status).toBe(400);
  },
);

it('answers to nothing else', async () => {
  const sim = await aSimulator({ models: [IMAGEN] });
  expect((await ask(sim, 'a cat', {}, undefined, IMAGEN)).status).toBe(404);
});
