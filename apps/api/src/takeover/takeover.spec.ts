import { DataSource } from 'typeorm';
import { Secret } from '../core/secret';
import type { EnvLayer } from '../core/settings/env/env-layer';
import { sha256 } from '../core/sha256';
import { FakeClock } from '../core/testing/fake-clock';
import { toDataSourceOptions } from '../database/opening/data-source-options';
import { testDatabases, type TestSettings } from '../database/testing/test-databases';
import { AttemptLogEntity } from '../modules/logs/attempt-log.entity';
import { RequestLogEntity } from '../modules/logs/request-log.entity';
import { SettingOverrideEntity } from '../modules/settings/setting-override.entity';
import { AccessTokenEntity } from '../modules/tokens/access-token.entity';
import { applyTakeover } from './apply-takeover';
import { describePlan } from './describe-plan';
import { OldTables } from './old-database';
import { oldValues } from './old-values';
import { planTakeover, type TakeoverPlan } from './plan-takeover';
import { takeLogs } from './take-logs';
import { makeOldDatabase } from './testing/make-old-database';
import { KEY_1, KEY_2, OLD_ROWS, PAID_KEY, VERTEX_KEY } from './testing/old-rows';
import { keyName, ThisInstallation } from './this-installation';

const NOW_MS = Date.parse('2026-11-21T00:00:00Z');
/** A row of the table wins over these; DATABASE_TYPE is read here alone. */
const OLD_ENV: EnvLayer = { MAX_FAILURES: '5', MAX_RETRIES: '6', ALLOWED_TOKENS: '["sk-of-env"]' };

describe.each(testDatabases())('a takeover from and to $name', (database) => {
  let old: OldTables;
  let here: ThisInstallation;
  const drops: (() => Promise<void>)[] = [];

  beforeEach(async () => {
    const [from, to] = [await database.create(), await database.create()];
    const options = {
      ...toDataSourceOptions(from.settings),
      entities: [],
      migrations: [],
      dateStrings: true,
    };
    const source = await new DataSource(options).initialize();
    await makeOldDatabase(source, OLD_ROWS);
    old = new OldTables(source, 'Asia/Shanghai');
    here = await ThisInstallation.open(toEnv(to.settings), new FakeClock(NOW_MS), () => undefined);
    drops.push(from.drop, to.drop);
  });

  afterEach(async () => {
    await old.close();
    await here.close();
    for (const drop of drops.splice(0)) await drop();
  });

  const plan = async (): Promise<TakeoverPlan> =>
    planTakeover(oldValues(OLD_ENV, await old.settings()), await old.files(), await here.known());

  it('finds what was chosen, and not what the old system wrote by itself', async () => {
    const { keys, tokens, settings, left, files } = await plan();
    expect(keys.get('gemini')).toEqual({ fresh: [KEY_1, KEY_2], known: 0 });
    expect(keys.get('vertex')).toEqual({ fresh: [VERTEX_KEY], known: 0 });
    expect(keys.get('paid')).toEqual({ fresh: [PAID_KEY], known: 0 });
    expect(tokens.map(({ text, role }) => [text, role])).toEqual([
      ['sk-admin-of-old', 'admin'],
      ['sk-team-one', 'client'],
      ['sk-team-two', 'client'],
    ]);
    expect(Object.fromEntries(settings)).toEqual({
      MAX_FAILURES: 7,
      MAX_RETRIES: 6,
      SHOW_SEARCH_LINK: false,
      SEARCH_MODELS: ['gemini-3-pro'],
      THINKING_BUDGET_MAP: { 'gemini-2.5-flash': 1024 },
      SMMS_SECRET_TOKEN: 'smms-secret-text',
    });
    expect(left.map(({ name }) => name).sort()).toEqual(['PRO_MODEL_MAX_USAGE', 'STREAM_CHUNK_SIZE']);
    expect(files.map(({ name }) => name)).toEqual(['files/abc', 'files/orphan']);
  });

  it('says what it will do without a secret in it', async () => {
    const text = describePlan(await plan(), await old.countLogs());
    expect(text).toContain('Gemini keys: 2 to add');
    expect(text).toContain('1 errors and 2 requests');
    for (const secret of [KEY_1, VERTEX_KEY, 'sk-team-one', 'sk-admin-of-old', 'smms-secret-text'])
      expect(text).not.toContain(secret);
  });

  it('takes everything over, and nothing twice', async () => {
    for (let time = 1; time <= 2; time++) {
      await applyTakeover(await plan(), here, NOW_MS);
      await takeLogs(old, here, () => undefined);
    }
    const again = await plan();
    expect([...again.keys.values()].flatMap(({ fresh }) => fresh)).toEqual([]);
    expect([...again.tokens, ...again.settings]).toEqual([]);

    const keyIds = await here.keyIds();
    expect(keyIds.size).toBe(4);
    const manager = here.dataSource.manager;
    expect(await manager.count(AccessTokenEntity)).toBe(3);
    const teamOne = await manager.findOneByOrFail(AccessTokenEntity, { digest: sha256('sk-team-one') });
    expect(await here.resources.find(['files/abc', 'files/orphan'])).toEqual(
      new Map([
        [
          'files/abc',
          expect.objectContaining({
            keyId: keyIds.get(keyName('gemini', sha256(KEY_1))),
            tokenId: teamOne.id,
            expiresAtMs: Date.parse('2026-11-22T10:00:00Z'),
          }),
        ],
      ]),
    );
    expect(await manager.find(AttemptLogEntity)).toMatchObject([
      {
        keyId: keyIds.get(keyName('gemini', sha256(KEY_1))),
        startedAtMs: Date.parse('2026-11-20T00:30:00Z'),
        upstreamStatus: 429,
        outcome: 'rate_limited',
        isError: true,
        message: expect.not.stringContaining(KEY_1),
      },
    ]);
    expect(await manager.find(RequestLogEntity, { order: { id: 'ASC' } })).toMatchObject([
      { status: 200, latencyMs: 812, startedAtMs: Date.parse('2026-11-20T00:30:00Z') },
      { status: 500, keyId: null },
    ]);
  });

  it('stores secrets of settings sealed', async () => {
    await applyTakeover(await plan(), here, NOW_MS);
    const row = await here.dataSource.manager.findOneByOrFail(SettingOverrideEntity, {
      name: 'SMMS_SECRET_TOKEN',
    });
    expect(row).toMatchObject({ isSealed: true, value: expect.not.stringContaining('smms-secret-text') });
  });

  it('reads a database that lacks the tables of later versions', async () => {
    const [empty] = [await database.create()];
    drops.push(empty.drop);
    const source = await new DataSource(toDataSourceOptions(empty.settings)).initialize();
    const tables = new OldTables(source, 'UTC');
    expect([...(await tables.settings()), ...(await tables.files())]).toEqual([]);
    expect(await tables.countLogs()).toEqual({ errors: 0, requests: 0 });
    await tables.close();
  });
});

function toEnv(settings: TestSettings): EnvLayer {
  return Object.fromEntries(
    Object.entries(settings)
      .map(([name, value]) => [name, value instanceof Secret ? value.reveal() : String(value ?? '')])
      .filter(([, text]) => text !== ''),
  );
}
