import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig } from '../support/rigs/gateway-rig';

const ORIGIN = 'https://app.example.com';
const FORM = /^gateway;dur=(\d+), queue;dur=(\d+), upstream;dur=(\d+)$/;

let rig: GatewayRig;
beforeAll(async () => {
  rig = await GatewayRig.start({ env: { CORS_ALLOWED_ORIGINS: ORIGIN } });
  await rig.addKeys(3);
});
afterAll(() => rig?.close());

/** Milliseconds by part. */
function timingOf(response: Response) {
  const [, gateway, queue, upstream] = FORM.exec(response.headers.get('server-timing') ?? '') ?? [];
  return { gateway: Number(gateway), queue: Number(queue), upstream: Number(upstream) };
}

it('tells in each dialect, whole and streamed, what upstream took before the answer began', async () => {
  const model = rig.freshModel();
  rig.simulator.on({ model }).do({ kind: 'latency', ms: 120 });
  const messages = [{ role: 'user', content: 'Say hello' }];
  const answers = await Promise.all([
    rig.generate(model),
    rig.stream(model),
    rig.post('/v1/chat/completions', { model, messages }),
    rig.post('/v1/chat/completions', { model, messages, stream: true }),
    rig.post('/v1/responses', { model, input: 'Say hello' }),
    rig.post('/v1/messages', { model, messages, max_tokens: 100 }),
  ]);
  for (const answer of answers) {
    expect([answer.status, timingOf(answer).upstream]).toEqual([200, expect.any(Number)]);
    expect([answer.url, timingOf(answer).upstream >= 100]).toEqual([answer.url, true]);
    await answer.text();
  }
});

it('tells the pauses between attempts as time in the queue', async () => {
  const model = rig.freshModel();
  rig.simulator.on({ model }).once().fail('503-overloaded');
  const answer = await rig.generate(model);
  expect([answer.status, timingOf(answer).queue]).toEqual([200, expect.any(Number)]);
  expect(timingOf(answer).queue).toBeGreaterThanOrEqual(700);
});

it('tells it with an error, and tells strangers nothing', async () => {
  expect((await rig.post('/v1/chat/completions', '{')).headers.get('server-timing')).toMatch(FORM);
  const stranger = await rig.post('/v1/chat/completions', '{', {
    headers: { authorization: 'Bearer sk-no' },
  });
  expect([stranger.status, stranger.headers.get('server-timing')]).toEqual([401, null]);
});

it('shows it to pages of the configured origins, and to no others', async () => {
  const ask = (origin: string): Promise<Response> =>
    fetch(`${rig.gateway.url}/v1/models`, { headers: { origin, 'x-api-key': CLIENT_TOKEN } });
  const known = (await ask(ORIGIN)).headers;
  expect(known.get('timing-allow-origin')).toBe(ORIGIN);
  expect(known.get('access-control-expose-headers')).toContain('server-timing');
  expect((await ask('https://other.example.com')).headers.get('timing-allow-origin')).toBeNull();
});

it('can be switched off', async () => {
  await rig.admin('PATCH', '/api/settings', { set: { SERVER_TIMING_ENABLED: false } });
  expect((await rig.generate(rig.freshModel())).headers.get('server-timing')).toBeNull();
});
