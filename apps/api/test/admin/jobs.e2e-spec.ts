import type {
  ImportKeysResultDto,
  JobDto,
  JobItemDto,
  KeyDto,
  KeyListDto,
  Page,
  VerifiedKeyDto,
} from '@gemini-balance/shared';
import { simulatedKey } from '@gemini-balance/gemini-simulator';
import { auditedActions } from '../support/audited-actions';
import { countsOf, jobEvents, jobOver } from '../support/job-of';
import { GatewayRig } from '../support/rigs/gateway-rig';

let rig: GatewayRig;

beforeAll(async () => {
  rig = await GatewayRig.start({ env: { TEST_MODEL: 'test-model-599' } });
});
afterAll(() => rig.close());
afterEach(() => rig.reset());

const start = (body: object): Promise<JobDto> => rig.admin('POST', '/api/keys/jobs', body);

describe('verification', () => {
  it('asks upstream about one key by a free call, and a success ends its rest', async () => {
    const [key] = await rig.addKeys(1);
    const [id] = await rig.keyIds();
    rig.simulator.on({ key }).fail('400-api-key-invalid');
    const refused = await rig.admin<VerifiedKeyDto & { key: KeyDto }>('POST', `/api/keys/${id}/verify`);
    expect(refused).toMatchObject({ outcome: 'invalid_key', key: { state: 'invalid' } });
    rig.simulator.clearFaults();
    const taken = await rig.admin<VerifiedKeyDto & { key: KeyDto }>('POST', `/api/keys/${id}/verify`);
    expect(taken).toMatchObject({ outcome: 'ok', key: { state: 'ready', holds: [] } });
    const calls = rig.simulator.requests.filter(({ method }) => method === 'POST');
    expect(calls.map(({ path }) => path)).toEqual(Array(2).fill(expect.stringMatching(/:countTokens$/)));
  });

  it('verifies all that match as a job that tells its progress and groups what came of it', async () => {
    await rig.addKeysOf([{}, { health: 'leaked' }, {}, { health: 'invalid' }, {}]);
    const { id } = await start({ action: 'verify', filter: { kind: 'gemini' } });
    const told = await jobEvents(rig, id);
    expect(told.at(-1)).toMatchObject({ kind: 'keys.verify', state: 'done', total: 5, done: 5 });
    expect(countsOf(told.at(-1)!)).toEqual({ ok: 3, leaked_key: 1, invalid_key: 1 });
    const leaked = await rig.admin<Page<JobItemDto>>('GET', `/api/jobs/${id}/items?reason=leaked_key`);
    expect(leaked.items).toEqual([
      {
        id: expect.any(Number),
        reason: 'leaked_key',
        label: expect.stringContaining('…'),
        message: expect.stringMatching(/^403: /),
      },
    ]);
    expect((await rig.admin<KeyListDto>('GET', '/api/keys')).totals).toMatchObject({ ready: 3, invalid: 2 });
    expect(await auditedActions(rig, 'keys.verify')).toContainEqual(
      expect.objectContaining({ subject: '5' }),
    );
  });

  it('is cancelled, goes on when asked to, and survives a restart', async () => {
    const count = 60;
    await rig.addKeys(count);
    rig.simulator.on().do({ kind: 'latency', ms: 150 });
    const { id } = await start({ action: 'verify', filter: {} });
    await rig.admin('POST', `/api/jobs/${id}/cancel`);
    const cancelled = await jobOver(rig, id);
    expect(cancelled.state).toBe('cancelled');
    expect(cancelled.done).toBeLessThan(count);
    await rig.admin('POST', `/api/jobs/${id}/resume`);
    rig.gateway = await rig.gateway.restart();
    expect(await jobOver(rig, id)).toMatchObject({ state: 'done', done: count });
    expect(countsOf(await jobOver(rig, id))).toEqual({ ok: count });
    expect((await rig.admin<{ items: JobDto[] }>('GET', '/api/jobs')).items[0]).toMatchObject({
      id,
      state: 'done',
    });
  });

  it('lets only good keys in when they are verified before they are added', async () => {
    const keys = ['good', 'bad', 'limited'].map((name) => simulatedKey(`verified-${name}`));
    rig.simulator.on({ key: keys[1]! }).fail('403-leaked-key');
    rig.simulator.on({ key: keys[2]! }).fail('429-per-minute');
    const { job } = await rig.admin<ImportKeysResultDto>('POST', '/api/keys/import', {
      text: keys.join('\n'),
      verify: true,
      group: 'fresh',
    });
    expect(countsOf(await jobOver(rig, job!.id))).toEqual({ ok: 1, leaked_key: 1, rate_limited: 1 });
    expect(await rig.keys()).toMatchObject([
      { state: 'ready', group: 'fresh' },
      { state: 'ready', group: 'fresh' },
    ]);
  });
});

describe('work on many keys', () => {
  it.each([
    ['disable', { state: 'disabled' }, { disabled: 3 }],
    ['delete', undefined, { deleted: 3 }],
    ['reset', { state: 'ready' }, { unchanged: 3 }],
  ])('does %s with all that match', async (action, expected, counts) => {
    await rig.addKeys(4);
    const [first, ...others] = await rig.keyIds();
    await rig.admin('PATCH', `/api/keys/${first}`, { note: 'not this one' });
    await start({ action: 'edit', ids: others, group: 'many', weight: 2 }).then(({ id }) => jobOver(rig, id));
    const { id } = await start({ action, filter: { group: 'many' } });
    expect(countsOf(await jobOver(rig, id))).toEqual(counts);
    const [untouched, ...rest] = await rig.keys();
    expect(untouched).toMatchObject({ id: first, state: 'ready', weight: 1 });
    expect(rest).toEqual(
      expected === undefined ? [] : Array(3).fill(expect.objectContaining({ ...expected, weight: 2 })),
    );
  });

  it('imports in the background', async () => {
    const text = Array.from({ length: 700 }, (_, n) => simulatedKey(`background-${n}`)).join(', ');
    const { job, counts } = await rig.admin<ImportKeysResultDto>('POST', '/api/keys/import', {
      text: `${text}\n${simulatedKey('background-1')}`,
      inBackground: true,
    });
    expect(counts).toEqual({ new: 700, duplicate: 1, malformed: 0 });
    expect(await jobOver(rig, job!.id)).toMatchObject({ kind: 'keys.import', state: 'done', done: 700 });
    expect((await rig.admin<KeyListDto>('GET', '/api/keys')).totals.total).toBe(700);
    await jobOver(rig, (await start({ action: 'delete', filter: {} })).id);
  });

  it.each([
    [{ action: 'verify' }],
    [{ action: 'verify', ids: [1], filter: {} }],
    [{ action: 'edit', ids: [1] }],
    [{ action: 'disable', ids: [1], group: 'x' }],
    [{ action: 'sell', ids: [1] }],
    [{ action: 'verify', filter: { state: 'odd' } }],
    [{ action: 'verify', filter: { secret: 'x' } }],
  ])('refuses %j', async (body) => {
    await expect(start(body)).rejects.toThrow('answered 400');
  });
});
