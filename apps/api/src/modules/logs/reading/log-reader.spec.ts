import type { ListErrorLogsQuery, ListRequestLogsQuery } from '@gemini-balance/shared';
import { FakeClock } from '../../../core/testing/fake-clock';
import { type OpenTestDatabase, openTestDatabase } from '../../../database/testing/open-test-database';
import { testDatabases } from '../../../database/testing/test-databases';
import { anAttempt } from '../../telemetry/testing/gateway-events';
import { storeLogs } from '../testing/stored-logs';
import { LogReader } from './log-reader';

const HOUR_MS = 3_600_000;
const NAMES = {
  maskedKey: (id: number) => (id === 7 ? 'AIza…7777' : undefined),
  tokenName: (id: number) => `token ${id}`,
  keysLike: (text: string) => (text === '7777' ? [7, 9] : []),
};

describe.each(testDatabases())('on $name', (database) => {
  let opened: OpenTestDatabase;
  let reader: LogReader;
  let waiting: () => Promise<void> = () => Promise.resolve();
  const clock = new FakeClock();
  const nowMs = clock.nowMs();

  beforeAll(async () => {
    opened = await openTestDatabase(database);
    reader = new LogReader(opened.dataSource, clock, () => waiting());
    const at = (hours: number): number => nowMs - hours * HOUR_MS;
    await storeLogs(opened, {
      requests: [
        { requestId: 'r1', startedAtMs: at(1) },
        {
          requestId: 'r2',
          startedAtMs: at(2),
          status: 429,
          errorCode: 'rate_limited',
          keyId: 8,
          attempts: 3,
        },
        { requestId: 'r3', startedAtMs: at(3), status: 503, errorCode: 'overloaded', model: '100%_sure!' },
        { requestId: 'r4', startedAtMs: at(30), status: 429, errorCode: 'token_limited', keyId: undefined },
        { requestId: 'r5', startedAtMs: at(30), tokenId: 0, route: '/v1/messages', isStream: true },
        {
          requestId: 'r6',
          startedAtMs: at(31),
          tokenId: undefined,
          status: 401,
          errorCode: 'unauthenticated',
        },
      ],
      attempts: [
        { requestId: 'r2', attempt: 1, keyId: 7, startedAtMs: at(2) },
        { requestId: 'r2', attempt: 2, keyId: 8, startedAtMs: at(2), outcome: { kind: 'client_left' } },
        {
          ...anAttempt(),
          requestId: 'r2',
          attempt: 3,
          keyId: 7,
          startedAtMs: at(2) + 1,
          outcome: { kind: 'invalid_key', error: { status: 400, message: 'API key not valid', details: [] } },
          call: { body: Buffer.from('{"asked":1}'), scope: 'gemini-pro' },
          origin: { routePath: '/v1/chat/completions', identity: { id: 3 } },
          pool: { standing: () => ({ ready: 2, total: 5 }) },
        },
        { requestId: 'r3', attempt: 1, keyId: 9, startedAtMs: at(3), model: 'gemini-flash' },
        { requestId: 'r4', attempt: 1, keyId: 9, startedAtMs: at(30) },
      ],
    });
  });
  afterAll(() => opened.close());

  it.each<[string, ListRequestLogsQuery, string[]]>([
    ['nothing', {}, ['r1', 'r2', 'r3', 'r5', 'r4', 'r6']],
    ['a key', { keyId: 8 }, ['r2']],
    ['the end of a key', { key: '7777', status: '503' }, ['r3']],
    ['the end of no key', { key: '1234' }, []],
    ['the admin token', { tokenId: 0 }, ['r5']],
    ['a route', { route: '/v1/messages' }, ['r5']],
    ['a model', { model: '100%_sure!' }, ['r3']],
    ['a status', { status: '429' }, ['r2', 'r4']],
    ['a class of statuses', { status: '4xx' }, ['r2', 'r4', 'r6']],
    ['success', { isFailure: false }, ['r1', 'r5']],
    ['failure', { isFailure: true }, ['r2', 'r3', 'r4', 'r6']],
    ['a code', { code: 'token_limited' }, ['r4']],
    ['streams', { isStream: true }, ['r5']],
    ['a request id', { requestId: 'r3' }, ['r3']],
    ['a time', { fromMs: nowMs - 3 * HOUR_MS, toMs: nowMs - HOUR_MS }, ['r2', 'r3']],
    ['a key and a status', { keyId: 8, status: '429' }, ['r2']],
    ['a text, in the last day', { text: 'limited' }, ['r2']],
    ['a text, in an earlier day', { text: 'limited', toMs: nowMs - 24 * HOUR_MS }, ['r4']],
    ['a text with signs that mean something elsewhere', { text: '%_sure!' }, ['r3']],
    ['what nothing has', { text: "'; DROP TABLE request_logs; --" }, []],
  ])('lists the requests with %s, newest first', async (_, query, ids) => {
    const { items } = await reader.requests(query, NAMES);
    expect(items.map(({ requestId }) => requestId)).toEqual(ids);
  });

  it.each<[string, ListErrorLogsQuery, string[]]>([
    ['nothing', {}, ['r2/3', 'r2/1', 'r3/1', 'r4/1']],
    ['a key', { keyId: 7 }, ['r2/3', 'r2/1']],
    ['the end of a key', { key: '7777' }, ['r2/3', 'r2/1', 'r3/1', 'r4/1']],
    ['a type', { type: 'invalid_key' }, ['r2/3']],
    ['a status', { status: '429' }, ['r2/1', 'r3/1', 'r4/1']],
    ['a class of statuses', { status: '4xx', toMs: nowMs - 10 * HOUR_MS }, ['r4/1']],
    ['a token', { tokenId: 3 }, ['r2/3']],
    ['a route', { route: '/v1/chat/completions' }, ['r2/3']],
    ['a model', { model: 'gemini-flash' }, ['r3/1']],
    ['a text', { text: 'not VALID' }, ['r2/3']],
  ])('lists the errors with %s, newest first', async (_, query, ids) => {
    const { items } = await reader.errors(query, NAMES);
    expect(items.map(({ requestId, attempt }) => `${requestId}/${attempt}`)).toEqual(ids);
  });

  it('names each route that the log holds once', async () => {
    expect(await reader.routes()).toEqual(['/v1/chat/completions', '/v1/messages']);
  });

  it('pages through a list without missing or repeating a row', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await reader.requests({ limit: 2, ...(cursor && { cursor }) }, NAMES);
      seen.push(...page.items.map(({ requestId }) => requestId));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(seen).toEqual(['r1', 'r2', 'r3', 'r5', 'r4', 'r6']);
    await expect(reader.requests({ cursor: '1; DROP' }, NAMES)).rejects.toMatchObject({ status: 400 });
  });

  it('names keys and tokens that are there, and leaves out what there is not', async () => {
    const { items } = await reader.requests({ requestId: 'r1' }, NAMES);
    expect(items[0]).toEqual({
      id: expect.any(Number) as number,
      requestId: 'r1',
      startedAtMs: nowMs - HOUR_MS,
      protocol: 'openai-chat',
      route: '/v1/chat/completions',
      method: 'POST',
      model: 'gemini-pro',
      status: 200,
      isFailure: false,
      isStream: false,
      attempts: 1,
      latencyMs: 130,
      ttftMs: 125,
      inputTokens: 10,
      cachedTokens: 2,
      outputTokens: 5,
      thinkingTokens: 3,
      key: { id: 7, masked: 'AIza…7777' },
      token: { id: 3, name: 'token 3' },
    });
  });

  it('tells of a request which keys it asked, why each, and what was sent and said', async () => {
    const { request, attempts } = await reader.lookUp('r2', NAMES);
    expect(request).toMatchObject({ status: 429, key: { id: 8 } });
    expect(attempts).toMatchObject([
      { attempt: 1, isError: true, type: 'rate_limited', why: { kind: 'in_turn', triedBefore: [] } },
      {
        attempt: 2,
        isError: false,
        type: 'client_left',
        why: { triedBefore: [{ id: 7, masked: 'AIza…7777' }] },
      },
      {
        attempt: 3,
        why: { kind: 'again', triedBefore: [{ id: 8 }], notReady: 3, poolKeys: 5 },
        requestBody: '{"asked":1}',
      },
    ]);
    expect(JSON.parse(attempts[2]!.responseBody!)).toMatchObject({
      error: { code: 400, message: 'API key not valid' },
    });
    expect(attempts[1]!.responseBody).toBeUndefined();
    expect(JSON.parse(attempts[0]!.responseBody!)).toMatchObject({ error: { code: 429 } });
  });

  it('tells of the one attempt of a request that succeeded at once', async () => {
    const { attempts } = await reader.lookUp('r1', NAMES);
    expect(attempts).toMatchObject([{ attempt: 1, type: 'ok', key: { id: 7 }, why: { kind: 'in_turn' } }]);
  });

  it('leads from an error to its request, and knows nothing of others', async () => {
    const [error] = (await reader.errors({ type: 'invalid_key' }, NAMES)).items;
    expect((await reader.detailsOf('attempt_logs', error!.id, NAMES)).requestId).toBe('r2');
    await expect(reader.lookUp('r9', NAMES)).rejects.toMatchObject({ status: 404 });
    await expect(reader.detailsOf('request_logs', 99, NAMES)).rejects.toMatchObject({ status: 404 });
  });

  it('finds a request whose rows wait to be written', async () => {
    waiting = () =>
      storeLogs(opened, { requests: [{ requestId: 'r10', startedAtMs: nowMs - 400 * HOUR_MS }] });
    const { request } = await reader.lookUp('r10', NAMES);
    waiting = () => Promise.resolve();
    expect(request).toMatchObject({ requestId: 'r10' });
  });
});
