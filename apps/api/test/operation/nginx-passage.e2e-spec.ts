import type { SessionListDto } from '@gemini-balance/shared';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { eventsOf } from '../support/clients/stream-events';
import { anUpload, sendPart } from '../support/clients/uploads';
import { freePort } from '../support/processes/free-port';
import { ADMIN_TOKEN, CLIENT_TOKEN } from '../support/processes/gateway-process';
import { describeBehindNginx, NginxFront } from '../support/processes/nginx-front';
import { GatewayRig, HELLO } from '../support/rigs/gateway-rig';
import { until } from '../support/until';

const MODEL = 'gemini-3.8-flash';
const LIVE_MODEL = 'models/gemini-3.8-live';
const MB = 1024 * 1024;
const LIVE = '/ws/google.ai.generativelanguage.v1beta.GenerativeService.BidiGenerateContent';

describeBehindNginx('a client behind nginx', () => {
  let rig: GatewayRig;
  let front: NginxFront;
  beforeAll(async () => {
    // A port of its own, so that it comes back where nginx looks for it.
    const env = { PORT: String(await freePort()), TRUSTED_PROXIES: '127.0.0.1', MAX_BODY_MB: '1' };
    rig = await GatewayRig.start({ env, simulator: { models: undefined } });
    await rig.addKeys(2);
    front = await NginxFront.start(rig.gateway.port);
  });
  afterAll(async () => {
    await front?.discard();
    await rig.close();
  });
  afterEach(() => {
    rig.simulator.clearFaults();
    rig.simulator.forgetRequests();
  });

  function stream({ origin = front.url, signal }: StreamOptions = {}): Promise<Response> {
    return fetch(`${origin}/v1beta/models/${MODEL}:streamGenerateContent?alt=sse`, {
      method: 'POST',
      headers: { 'x-goog-api-key': CLIENT_TOKEN, 'content-type': 'application/json' },
      body: JSON.stringify(HELLO),
      signal,
    });
  }

  it('gets each event of a stream when it comes, and is followed when it leaves', async () => {
    rig.simulator.on({ model: MODEL }).do({ kind: 'stall', afterEvents: 1 });
    const client = new AbortController();
    const response = await stream({ signal: client.signal });
    const { value } = await response.body!.getReader().read();
    expect(Buffer.from(value).toString()).toMatch(/^data: \{.*\}\r\n\r\n$/s);
    client.abort();
    const [call] = rig.callsFor(MODEL);
    await call!.closed;
  });

  it('gets a whole stream', async () => {
    rig.simulator.on({ model: MODEL }).do({ kind: 'pace', events: 200, eventDelayMs: 0 });
    expect(eventsOf(await (await stream()).text(), 'sse')).toHaveLength(201);
  });

  it('uploads what is not complete yet, and any number of bytes, none of which touch the disk', async () => {
    const begun = await anUpload(front.url);
    expect(begun.url).toContain(front.url);
    const client = new AbortController();
    const endless = new ReadableStream({ start: (controller) => controller.enqueue(Buffer.alloc(MB)) });
    const cut = fetch(begun.url, {
      method: 'POST',
      headers: { 'x-goog-upload-command': 'upload', 'x-goog-upload-offset': '0' },
      body: endless,
      duplex: 'half',
      signal: client.signal,
    }).catch((error: Error) => error.name);
    const isPart = ({ headers }: { headers: object }) =>
      'x-goog-upload-offset' in headers && headers['x-goog-upload-offset'] === '0';
    await rig.simulator.waitForRequest(isPart, { at: 'headers' });
    expect(front.writtenFiles()).toEqual([]);
    client.abort();
    expect(await cut).toBe('AbortError');

    const { url } = await anUpload(front.url);
    const response = await sendPart(url, 'upload, finalize', 0, Buffer.alloc(100 * MB, 'x'));
    expect(await response.json()).toMatchObject({ file: { sizeBytes: String(100 * MB) } });
  });

  it('is told that a body is too large by the api', async () => {
    const response = await fetch(`${front.url}/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${CLIENT_TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'any', messages: [{ role: 'user', content: 'x'.repeat(2 * MB) }] }),
    });
    expect([response.status, await response.json()]).toMatchObject([413, { error: {} }]);
  });

  it('talks over a WebSocket', async () => {
    const headers = { 'x-goog-api-key': CLIENT_TOKEN };
    const socket = new WebSocket(front.url.replace('http', 'ws') + LIVE, { headers });
    await once(socket, 'open');
    socket.send(JSON.stringify({ setup: { model: LIVE_MODEL } }));
    const [message] = (await once(socket, 'message')) as [Buffer];
    expect(JSON.parse(message.toString())).toEqual({ setupComplete: {} });
    const closed = once(socket, 'close');
    socket.close(1000);
    expect((await closed)[0]).toBe(1000);
  });

  it.each([
    ['is not believed about its address', {}, '127.0.0.1'],
    [
      'that is a trusted proxy is believed',
      { TRUSTED_PROXIES: '["127.0.0.1", "10.0.0.0/8"]' },
      '203.0.113.7',
    ],
  ])('%s', async (_, env, address) => {
    const other = await NginxFront.start(rig.gateway.port, env);
    try {
      await rig.admin('DELETE', '/api/auth/sessions');
      const response = await fetch(`${other.url}/api/auth/login`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-forwarded-for': '198.51.100.1, 203.0.113.7, 10.1.2.3',
          'x-forwarded-proto': 'https',
        },
        body: JSON.stringify({ token: ADMIN_TOKEN }),
      });
      expect(/;\s*secure/i.test(response.headers.get('set-cookie')!)).toBe(address === '203.0.113.7');
      const { items } = await rig.admin<SessionListDto>('GET', '/api/auth/sessions');
      expect(items).toMatchObject([{ address }]);
    } finally {
      await other.discard();
    }
  });

  it('gets an open stream to its end though nginx was asked to stop', async () => {
    const other = await NginxFront.start(rig.gateway.port);
    try {
      rig.simulator.on({ model: MODEL }).do({ kind: 'pace', events: 20, eventDelayMs: 40 });
      const response = await stream({ origin: other.url });
      const stopped = other.stop('SIGQUIT');
      expect(eventsOf(await response.text(), 'sse')).toHaveLength(21);
      expect(await stopped).toBe(0);
    } finally {
      await other.discard();
    }
  });

  it('is asked to come back while the api is away, finds it again, and has no token written down', async () => {
    const ask = (): Promise<Response> => fetch(`${front.url}/v1beta/models?key=${CLIENT_TOKEN}`);
    await rig.gateway.stop();
    const refusal = await ask();
    expect([refusal.status, refusal.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await refusal.json()).toMatchObject({ error: { code: 503, message: expect.any(String) } });
    rig.gateway = await rig.gateway.restart();
    await until(async () => ((await ask()).status === 200 ? true : undefined));
    expect(front.output()).toBe('');
  });
});

interface StreamOptions {
  readonly origin?: string;
  readonly signal?: AbortSignal;
}
