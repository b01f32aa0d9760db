import type {
  AuditLogDto,
  ErrorLogPageDto,
  LogLinesDto,
  RequestDetailsDto,
  RequestLogPageDto,
  TailEventDto,
} from '@gemini-balance/shared';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { ADMIN_TOKEN, CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig } from '../support/rigs/gateway-rig';
import { until } from '../support/until';

const BEARER = { authorization: `Bearer ${ADMIN_TOKEN}` };
const PLANTED = 'AIzaSyPlanted-into-a-prompt-000000000000';

let rig: GatewayRig;
/** The keys of the last request. */
let keys: string[];
beforeAll(async () => {
  rig = await GatewayRig.start({ env: { LOG_LEVEL: 'DEBUG', ERROR_LOG_RECORD_REQUEST_BODY: 'true' } });
});
afterAll(() => rig.close());
beforeEach(() => rig.reset());

/** A request that two keys refuse before the third answers. Resolves with its id. */
async function askWithFailovers(model: string): Promise<string> {
  keys = await rig.addKeysOf([{ health: 'rpm_limited' }, { health: 'rpm_limited' }, {}]);
  const body = { contents: [{ role: 'user', parts: [{ text: `control ${PLANTED}` }] }] };
  const response = await rig.post(`/v1beta/models/${model}:generateContent`, body);
  expect(response.status).toBe(200);
  return response.headers.get('x-request-id')!;
}

const lookUp = (id: string): Promise<RequestDetailsDto> =>
  until(() => rig.admin<RequestDetailsDto>('GET', `/api/logs/requests/lookup/${id}`).catch(() => undefined));

it('finds a request by the id that its client was told, with its attempts and why each key was asked', async () => {
  const model = rig.freshModel();
  const id = await askWithFailovers(model);
  const { request, attempts } = await until(async () => {
    const details = await lookUp(id);
    return details.attempts.length === 3 ? details : undefined;
  });
  expect(request).toMatchObject({
    model,
    status: 200,
    attempts: 3,
    isFailure: false,
    token: { name: 'ALLOWED_TOKENS 1' },
    key: { masked: expect.stringContaining('…') as string },
  });
  expect(attempts.map(({ type, why }) => [type, why.kind, why.triedBefore.length])).toEqual([
    ['rate_limited', 'in_turn', 0],
    ['rate_limited', 'in_turn', 1],
    ['ok', 'in_turn', 2],
  ]);
  expect(attempts[1]!.why).toMatchObject({ poolKeys: 3, notReady: 2 });
  expect(attempts[0]!.requestBody).toContain('control [secret]');
  expect(JSON.parse(attempts[0]!.responseBody!)).toMatchObject({ error: { code: 429 } });
  expect(JSON.stringify(attempts)).not.toContain(PLANTED);
});

it('lists errors and requests by key, type, code, model, token and route, and deletes them', async () => {
  const model = rig.freshModel();
  const id = await askWithFailovers(model);
  const { attempts, request } = await lookUp(id);
  const keyId = attempts[0]!.key.id;
  const errors = async (query: string): Promise<ErrorLogPageDto> =>
    rig.admin<ErrorLogPageDto>('GET', `/api/logs/errors?model=${model}&${query}`);
  const count = async (query: string): Promise<number> => (await errors(query)).items.length;
  expect(await count('')).toBe(2);
  expect(await count(`keyId=${keyId}`)).toBe(1);
  expect(await count(`key=${keys[0]!.slice(-8)}`)).toBe(1);
  expect(await count('key=no-key-ends-so')).toBe(0);
  expect(await count('type=rate_limited&status=429')).toBe(2);
  expect(await count('status=5xx')).toBe(0);
  expect(await count(`tokenId=${request!.token!.id}&route=${encodeURIComponent('/v1beta/models/*')}`)).toBe(
    2,
  );
  expect(await count('text=quota')).toBe(2);

  const [first] = (await errors('')).items;
  await rig.admin('DELETE', `/api/logs/errors/${first!.id}`);
  expect(await count('')).toBe(1);
  expect(await rig.admin('POST', '/api/logs/errors/delete', { filter: { model } })).toEqual({
    deleted: 1,
    isDone: true,
  });
  expect(await rig.admin('POST', '/api/logs/requests/delete', { ids: [request!.id] })).toEqual({
    deleted: 1,
    isDone: true,
  });
  await expect(rig.admin('POST', '/api/logs/errors/delete', {})).rejects.toThrow(/400/);
  const { items } = await rig.admin<AuditLogDto>('GET', '/api/audit?action=logs&limit=3');
  expect(items.map(({ action }) => action)).toEqual([
    'logs.delete_requests',
    'logs.delete_errors',
    'logs.delete_errors',
  ]);
});

it('clears the whole log', async () => {
  await askWithFailovers(rig.freshModel());
  await until(async () => {
    const { items } = await rig.admin<ErrorLogPageDto>('GET', '/api/logs/errors');
    return items.length > 0 ? true : undefined;
  });
  await rig.admin('POST', '/api/logs/errors/delete', { all: true });
  await rig.admin('POST', '/api/logs/requests/delete', { all: true });
  expect((await rig.admin<ErrorLogPageDto>('GET', '/api/logs/errors')).items).toEqual([]);
  expect((await rig.admin<RequestLogPageDto>('GET', '/api/logs/requests')).items).toEqual([]);
});

it('writes a line for each request, and lines of its own, to files', async () => {
  const id = await askWithFailovers(rig.freshModel());
  const line = await until(async () => {
    const { lines } = await rig.admin<LogLinesDto>('GET', '/api/logs/files/transactions?limit=50');
    return lines.find((one) => one.includes(id));
  });
  expect(JSON.parse(line)).toMatchObject({ requestId: id, status: 200, attempts: 3, method: 'POST' });
  const newest = await rig.admin<string[]>('GET', '/api/status/logs?limit=2');
  expect(newest.length).toBeGreaterThan(0);
  for (const one of newest) expect(JSON.parse(one)).toHaveProperty('level');
  expect(existsSync(join(rig.gateway.dataDir, 'logs/debug.log'))).toBe(true);
  await expect(rig.admin('GET', '/api/logs/files/..%2f..%2fsecret.key')).rejects.toThrow(/404/);
});

describe('the live tail', () => {
  async function watch(path: string, headers: Record<string, string> = BEARER) {
    const socket = new WebSocket(`${rig.gateway.url.replace('http', 'ws')}${path}`, { headers });
    const messages: string[] = [];
    socket.on('message', (data: Buffer) => messages.push(data.toString()));
    await once(socket, 'open');
    return { socket, messages };
  }

  it('tells of what happens, and of what its reader asks for alone', async () => {
    const { socket, messages } = await watch('/api/logs/tail');
    const other = await watch('/api/logs/tail');
    const model = rig.freshModel();
    other.socket.send(JSON.stringify({ kinds: ['error'], model }));
    // A pong shows that the filter before it was read.
    other.socket.ping();
    await once(other.socket, 'pong');
    const id = await askWithFailovers(model);
    const events = await until(async () => {
      const all = messages.map((text) => JSON.parse(text) as TailEventDto);
      return all.some(({ kind, requestId }) => kind === 'request' && requestId === id) ? all : undefined;
    });
    expect(events.filter(({ requestId }) => requestId === id).map(({ kind }) => kind)).toEqual([
      'error',
      'error',
      'request',
    ]);
    expect(other.messages.map((text) => (JSON.parse(text) as TailEventDto).kind)).toEqual(['error', 'error']);
    expect(messages.join()).not.toContain(CLIENT_TOKEN);
    socket.close();
    other.socket.close();
  });

  it('tells each new line of the log file', async () => {
    const { socket, messages } = await watch('/api/status/logs/ws');
    rig.simulator.on({}).fail('500-internal');
    await rig.addKeys(1);
    await rig.generate(rig.freshModel());
    const line = await until(async () => messages.find((text) => text.includes('upstream_failed')));
    expect(JSON.parse(line)).toMatchObject({ level: 'warn' });
    socket.close();
  });

  it.each([
    ['a stranger', '/api/logs/tail', {}],
    ['a client', '/api/status/logs/ws', { authorization: `Bearer ${CLIENT_TOKEN}` }],
    ['a page of another site', '/api/logs/tail', { origin: 'https://evil.example', cookie: 'gb_session=x' }],
  ])('is not for %s', async (_, path, headers) => {
    const socket = new WebSocket(`${rig.gateway.url.replace('http', 'ws')}${path}`, {
      headers: headers as Record<string, string>,
    });
    socket.on('error', () => undefined);
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }];
    expect([401, 403]).toContain(response.statusCode);
    socket.terminate();
  });
});
