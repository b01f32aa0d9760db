import { GoogleGenAI, type LiveServerMessage, Modality, type Session } from '@google/genai';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig } from '../support/rigs/gateway-rig';

const MODEL = 'gemini-3.8-live';
const SERVICE = 'google.ai.generativelanguage.v1beta.GenerativeService.BidiGenerateContent';

let rig: GatewayRig;
beforeAll(async () => {
  rig = await GatewayRig.start({ simulator: { models: [] } });
});
afterAll(() => rig.close());
beforeEach(() => rig.reset());

/** Messages of a session, awaited one by one. */
class Inbox<Message> {
  readonly #messages: Message[] = [];
  #wake: () => void = () => undefined;

  put(message: Message): void {
    this.#messages.push(message);
    this.#wake();
  }

  async next(): Promise<Message> {
    while (this.#messages.length === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
    return this.#messages.shift()!;
  }
}

async function connect(apiKey = CLIENT_TOKEN, apiVersion = 'v1beta') {
  const inbox = new Inbox<LiveServerMessage>();
  const closed = new Inbox<{ code: number; reason: string }>();
  const ai = new GoogleGenAI({ apiKey, httpOptions: { baseUrl: rig.gateway.url, apiVersion, fetch } });
  const session: Session = await ai.live.connect({
    model: MODEL,
    config: { responseModalities: [Modality.TEXT] },
    callbacks: {
      onmessage: (message) => inbox.put(message),
      onclose: ({ code, reason }) => closed.put({ code, reason }),
    },
  });
  return { session, inbox, closed };
}

/** A session without an SDK, to say and hear exactly what is sent. */
async function raw(path = `/ws/${SERVICE}`, headers: object = { 'x-goog-api-key': CLIENT_TOKEN }) {
  const socket = new WebSocket(rig.gateway.url.replace('http', 'ws') + path, { headers: { ...headers } });
  const inbox = new Inbox<{ text: string; isBinary: boolean }>();
  socket.on('message', (data: Buffer, isBinary) => inbox.put({ text: data.toString(), isBinary }));
  const closed = once(socket, 'close').then(([code, reason]) => ({ code, reason: String(reason) }));
  await once(socket, 'open');
  const say = (message: object) => socket.send(JSON.stringify(message));
  return { socket, inbox, closed, say };
}

const SETUP = { setup: { model: `models/${MODEL}` } };
const saying = (text: string) => ({
  clientContent: { turns: [{ role: 'user', parts: [{ text }] }], turnComplete: true },
});
const textOf = ({ serverContent }: LiveServerMessage) => serverContent?.modelTurn?.parts?.[0]?.text;

it("holds a session through Google's SDK, with a key of the pool", async () => {
  const [key] = await rig.addKeys(1);
  const { session, inbox } = await connect();
  expect(await inbox.next()).toHaveProperty('setupComplete');
  session.sendClientContent({ turns: 'Hello' });
  expect(textOf(await inbox.next())).toBe('You said: Hello');
  session.sendRealtimeInput({ audio: { data: 'AAAA', mimeType: 'audio/pcm' } });
  for (let sound; !sound;) {
    const { serverContent } = await inbox.next();
    sound = serverContent?.modelTurn?.parts?.[0]?.inlineData?.data;
  }
  session.close();
  const [request] = rig.simulator.requests;
  expect(request?.headers['x-goog-api-key']).toBe(key);
  expect(JSON.stringify([...request!.query])).not.toContain(CLIENT_TOKEN);
  expect(JSON.stringify(request!.headers)).not.toContain(CLIENT_TOKEN);
});

it('passes frames on as they are, text and binary', async () => {
  await rig.addKeys(1);
  const { socket, inbox, say } = await raw();
  say(SETUP);
  expect(await inbox.next()).toEqual({ text: '{"setupComplete":{}}', isBinary: true });
  say(saying('你好'));
  expect((await inbox.next()).text).toContain('You said: 你好');
  socket.close();
});

it('passes on what the client says in one breath with its setup', async () => {
  await rig.addKeys(1);
  const socket = new WebSocket(`${rig.gateway.url.replace('http', 'ws')}/ws/${SERVICE}`, {
    headers: { 'x-goog-api-key': CLIENT_TOKEN },
  });
  const inbox = new Inbox<string>();
  socket.on('message', (data: Buffer) => inbox.put(data.toString()));
  const opened = once(socket, 'open');
  const [upgraded] = (await once(socket, 'upgrade')) as [IncomingMessage];
  await opened;
  upgraded.socket.cork();
  socket.send(JSON.stringify(SETUP));
  socket.send(JSON.stringify(saying('one')));
  upgraded.socket.uncork();
  expect(await inbox.next()).toContain('setupComplete');
  expect(await inbox.next()).toContain('You said: one');
  socket.close();
});

it('is found behind doubled slashes', async () => {
  const { socket } = await raw(`/gemini//ws/${SERVICE}`);
  socket.close();
});

it.each([
  [1008, 'You have been too long.'],
  [1011, 'Internal error encountered.'],
  [1000, ''],
])('keeps the close code %i of upstream', async (code, reason) => {
  await rig.addKeys(1);
  const { inbox, say, closed } = await raw();
  say(SETUP);
  await inbox.next();
  say(saying(`please close ${code} ${reason}`));
  expect(await closed).toEqual({ code, reason });
});

it('closes upstream as the client closes, and gives the key back', async () => {
  await rig.addKeys(1);
  const { socket, inbox, say } = await raw();
  say(SETUP);
  await inbox.next();
  socket.close(4001, 'enough');
  expect(await rig.simulator.requests[0]!.ended).toBe('answered');
  let inFlight: number | undefined = 1;
  while (inFlight !== 0) inFlight = (await rig.keys())[0]?.inFlight;
});

it('goes on with another key until one is taken', async () => {
  await rig.addKeysOf([{ health: 'invalid' }, { health: 'exhausted_daily' }, {}]);
  for (let session = 1; session <= 3; session++) {
    const { socket, inbox, say } = await raw();
    say(SETUP);
    expect((await inbox.next()).text).toContain('setupComplete');
    socket.close();
  }
  const states = (await rig.keys()).map(({ state, holds }) => [state, holds.length > 0]);
  expect(states).toContainEqual(['ready', false]);
});

it('asks the only key again after a fault that was not its own', async () => {
  await rig.addKeys(1);
  rig.simulator.on({ model: MODEL }).once().fail('500-internal');
  const { socket, inbox, say } = await raw();
  say(SETUP);
  expect((await inbox.next()).text).toContain('setupComplete');
  expect(rig.simulator.requests).toHaveLength(2);
  socket.close();
});

it.each<[what: string, model: string, code: number, reason: RegExp]>([
  ['a model that is no such', 'models/none', 1008, /not found/],
  ['no model at all', 'models/ ', 1007, /setup/],
])('refuses %s by a close that says why', async (_, model, code, reason) => {
  await rig.addKeys(1);
  const { say, closed } = await raw();
  say({ setup: { model } });
  const close = await closed;
  expect(close).toEqual({ code, reason: expect.stringMatching(reason) });
});

it('says to come again where no key is ready', async () => {
  const { say, closed } = await raw();
  say(SETUP);
  expect(await closed).toMatchObject({ code: 1013 });
});

it.each([
  ['without a token', `/ws/${SERVICE}`, {}, 401],
  ['with a token that nobody has', `/ws/${SERVICE}?key=sk-nobody`, {}, 401],
  [
    'by an access token that was not made here',
    `/ws/${SERVICE}Constrained?access_token=auth_tokens/x`,
    {},
    401,
  ],
  ['for a service that is none', '/ws/some.Service', { 'x-goog-api-key': CLIENT_TOKEN }, 404],
])('opens nothing %s', async (_, path, headers, status) => {
  const socket = new WebSocket(rig.gateway.url.replace('http', 'ws') + path, { headers });
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }];
  expect(response.statusCode).toBe(status);
});

it('lets a short-lived token in that was made through the gateway, by the key that made it', async () => {
  await rig.addKeys(3);
  const ai = new GoogleGenAI({
    apiKey: CLIENT_TOKEN,
    httpOptions: { baseUrl: rig.gateway.url, apiVersion: 'v1alpha', fetch },
  });
  const { name } = await ai.authTokens.create({ config: { uses: 1 } });
  const makerKey = rig.simulator.requests.at(-1)?.key;
  const { session, inbox } = await connect(name, 'v1alpha');
  expect(await inbox.next()).toHaveProperty('setupComplete');
  session.close();
  const opened = rig.simulator.requests.at(-1)!;
  expect(opened.headers.authorization).toBe(`Token ${name}`);
  expect(opened.headers['x-goog-api-key']).toBeUndefined();
  expect(makerKey).toBeDefined();
});

it('tells of sessions in the request log, with what they cost', async () => {
  await rig.addKeys(1);
  const { socket, inbox, say } = await raw();
  say(SETUP);
  await inbox.next();
  say(saying('Hello'));
  for (let turns = 0; turns < 3; turns++) await inbox.next();
  socket.close();
  await rig.simulator.requests[0]!.ended;
  for (;;) {
    const { items } = await rig.admin<{ items: { route: string; inputTokens?: number }[] }>(
      'GET',
      '/api/logs/requests?limit=50',
    );
    const logged = items.find(({ route, inputTokens }) => route === '/ws/*' && inputTokens !== undefined);
    if (logged === undefined) continue;
    expect(logged).toMatchObject({ model: MODEL, status: 101, inputTokens: 7, outputTokens: 5, attempts: 1 });
    return;
  }
});
