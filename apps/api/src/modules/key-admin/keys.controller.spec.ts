import 'reflect-metadata';
import type { ImportKeysResultDto, KeyDto, KeyListDto, KeySelectionResultDto } from '@gemini-balance/shared';
import { isLease, type Lease, type NoneReady } from '../../core/keypool/key-pool';
import { anOutcome } from '../../core/testing/outcomes';
import { type EmptyDatabase, testDatabases } from '../../database/testing/test-databases';
import type { RunningAdminApp } from '../../http/admin/testing/admin-app';
import { KeyPools } from '../keys/key-pools';
import { KeyUsage } from '../keys/key-usage';
import { listenKeyAdminApp } from './testing/key-admin-app';

const key = (name: string): string => `AIzaSy${name.padEnd(33, '-')}`;

describe.each(testDatabases())('$name', (database) => {
  let empty: EmptyDatabase;
  let running: RunningAdminApp;

  beforeEach(async () => {
    empty = await database.create();
    await start();
  });
  afterEach(async () => {
    await running.app.close();
    await empty.drop();
  });

  async function start(): Promise<void> {
    running = await listenKeyAdminApp(empty.settings, key('env'));
  }

  async function restart(): Promise<void> {
    await running.app.close();
    await start();
  }

  async function call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await send(method, path, body);
    const answer = (await response.json()) as Answer;
    if (!response.ok) throw new Error(`${response.status} ${JSON.stringify(answer)}`);
    return answer;
  }

  function send(method: string, path: string, body?: unknown): Promise<Response> {
    const headers = { authorization: 'Bearer admin', 'content-type': 'application/json' };
    return fetch(`${running.url}/api/keys${path}`, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }

  const list = (query = ''): Promise<KeyListDto> => call('GET', query);
  const idsOf = async (query = ''): Promise<number[]> => (await list(query)).items.map((item) => item.id);
  const add = async (...names: string[]): Promise<number[]> => {
    await call('POST', '/import', { text: names.map(key).join('\n') });
    return Promise.all(names.map(async (name) => (await idsOf(`?search=${key(name)}`))[0]!));
  };
  const acquire = (id: number): Lease | NoneReady =>
    running.app.get(KeyPools, { strict: false }).of('gemini').acquireById(id, 'pro');
  const settle = (id: number, outcome: Parameters<Lease['settle']>[0]): void => {
    const lease = acquire(id);
    if (!isLease(lease)) throw new Error(lease.reason);
    lease.settle(outcome);
  };

  it('shows nothing to strangers', async () => {
    expect((await fetch(`${running.url}/api/keys`)).status).toBe(401);
    expect(
      (
        await fetch(`${running.url}/api/keys/delete`, {
          method: 'POST',
          body: '{"ids":[1]}',
          headers: { 'content-type': 'application/json' },
        })
      ).status,
    ).toBe(401);
    expect((await list()).totals.total).toBe(1);
  });

  it('previews pasted text without adding anything, and imports it', async () => {
    const text = `mine: ${key('one')}, ${key('two')}\n${key('one')} and ${key('env')}\nAIzaSyCut`;
    const preview = await call<ImportKeysResultDto>('POST', '/preview', { text });
    expect(preview.counts).toEqual({ new: 2, duplicate: 2, malformed: 1 });
    expect(preview.found[2]).toEqual({ maskedSecret: 'AIzaSy…----', line: 2, status: 'duplicate' });
    expect((await list()).totals.total).toBe(1);

    expect(await call('POST', '/import', { text })).toEqual(preview);
    const { items, totals } = await list();
    expect(totals).toMatchObject({ ready: 3, total: 3 });
    expect(items[0]).toMatchObject({
      maskedSecret: 'AIzaSy…----',
      kind: 'gemini',
      state: 'ready',
      source: 'admin',
      weight: 1,
      holds: [],
      failures: 0,
      inFlight: 0,
    });
    expect((await call<ImportKeysResultDto>('POST', '/import', { text })).counts.new).toBe(0);
  });

  it('lends a key from the moment it is added, and not from the moment it is disabled or deleted', async () => {
    const [one, two] = await add('one', 'two');
    expect(isLease(acquire(one!))).toBe(true);
    expect(await call('POST', '/disable', { ids: [one, one, 999] })).toEqual({ changed: 1 });
    expect(await call('POST', '/disable', { ids: [one] })).toEqual({ changed: 0 });
    expect(isLease(acquire(one!))).toBe(false);
    await restart();
    expect(isLease(acquire(one!))).toBe(false);
    expect(await call('POST', '/enable', { ids: [one] })).toEqual({ changed: 1 });
    expect(isLease(acquire(one!))).toBe(true);
    expect(await call('POST', '/delete', { ids: [one, two, 999] })).toEqual({ changed: 2 });
    expect(isLease(acquire(one!))).toBe(false);
    expect((await list()).totals.total).toBe(1);
  });

  it('keeps a deleted key of the environment away after a restart', async () => {
    const [fromEnv] = await idsOf();
    expect(await call<KeySelectionResultDto>('POST', '/delete', { ids: [fromEnv] })).toEqual({ changed: 1 });
    await restart();
    expect((await list()).totals.total).toBe(0);
  });

  it('changes what is sent of a key, and lets an empty text clear', async () => {
    const [id] = await add('one');
    const changed = await call<KeyDto>('PATCH', `/${id}`, {
      note: 'main',
      group: 'team',
      project: 'p-1',
      weight: 3,
      isEnabled: false,
    });
    expect(changed).toMatchObject({
      id,
      note: 'main',
      group: 'team',
      project: 'p-1',
      weight: 3,
      state: 'disabled',
    });
    await restart();
    expect(await call('PATCH', `/${id}`, { note: '', project: '', isEnabled: true })).toEqual({
      ...omit(changed, 'note', 'project'),
      state: 'ready',
    });
  });

  it('keeps a project that was learnt from a reply when something else is changed', async () => {
    const [id] = await add('one');
    settle(id!, anOutcome('quota_exhausted', {}, 'projects/77'));
    expect(await call('PATCH', `/${id}`, { weight: 2 })).toMatchObject({ project: '77', weight: 2 });
  });

  it('shows why a key rests and what upstream said, also after a restart, until it is reset', async () => {
    const [id] = await add('one');
    settle(id!, anOutcome('invalid_key'));
    running.app.get(KeyUsage, { strict: false }).attemptSettled({
      requestId: 'r',
      attempt: 1,
      keyId: id!,
      model: 'pro',
      outcome: anOutcome('invalid_key'),
      startedAtMs: 1_764_000_000_000,
      latencyMs: 1,
      egressId: undefined,
    });
    const invalid = {
      id,
      state: 'invalid',
      holds: [{ scope: '*', reason: 'invalid_key' }],
      lastUsedAtMs: 1_764_000_000_000,
      lastError: '429: invalid_key',
    };
    expect((await list('?state=invalid')).items).toMatchObject([invalid]);
    await restart();
    expect((await list('?state=invalid')).items).toMatchObject([invalid]);
    expect(await call('POST', '/reset', { ids: [id, 999] })).toEqual({ changed: 1 });
    expect(await call('POST', '/reset', { ids: [id] })).toEqual({ changed: 0 });
    await restart();
    expect((await list()).totals).toMatchObject({ ready: 2, invalid: 0 });
  });

  it('pages through all keys, newest first, also when some are added and deleted meanwhile', async () => {
    const ids = await add('a', 'b', 'c', 'd', 'e');
    const first = await list('?limit=2');
    expect(first.items.map((item) => item.id)).toEqual([ids[4], ids[3]]);
    await add('f');
    await call('POST', '/delete', { ids: [ids[3]] });
    const second = await list(`?limit=2&cursor=${first.nextCursor}`);
    expect(second.items.map((item) => item.id)).toEqual([ids[2], ids[1]]);
    const last = await list(`?limit=2&cursor=${second.nextCursor}`);
    expect(last.items).toHaveLength(2);
    expect(last.nextCursor).toBeUndefined();
  });

  it('lists what is asked for', async () => {
    const [noted, off] = await add('noted', 'off');
    await call('PATCH', `/${noted}`, { note: 'Main account' });
    await call('POST', '/disable', { ids: [off] });
    expect(await idsOf('?search=ACCOUNT&state=ready&sort=failures&order=asc')).toEqual([noted]);
    expect((await list('?state=disabled')).matching).toMatchObject({ disabled: 1, total: 3 });
  });

  it.each([
    ['PATCH', '/999', { note: 'x' }, 404],
    ['PATCH', '/one', { note: 'x' }, 400],
    ['PATCH', '/1', { weight: 0 }, 400],
    ['PATCH', '/1', { secret: 'x' }, 400],
    ['POST', '/delete', { ids: [] }, 400],
    ['POST', '/delete', { ids: ['1'] }, 400],
    ['POST', '/import', { text: '' }, 400],
    ['POST', '/import', { text: 'x', kind: 'other' }, 400],
    ['GET', '?cursor=abc', undefined, 400],
    ['GET', '?limit=0', undefined, 400],
  ])('answers %s %s %j with %i', async (method, path, body, status) => {
    const response = await send(method, path, body);
    expect([response.status, await response.json()]).toEqual([
      status,
      { error: expect.objectContaining({ code: expect.any(String), message: expect.any(String) }) },
    ]);
  });

  it('never gives a secret away', async () => {
    await add('one');
    const answers = await Promise.all([
      send('GET', ''),
      send('POST', '/preview', { text: `note ${key('one')} ${key('two')}` }),
    ]);
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(texts[0]).toContain('AIzaSy…');
    for (const text of texts) expect(text).not.toMatch(/AIza[\w-]{10}/);
  });
});

function omit(from: KeyDto, ...names: (keyof KeyDto)[]): Partial<KeyDto> {
  return Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name as keyof KeyDto)));
}
