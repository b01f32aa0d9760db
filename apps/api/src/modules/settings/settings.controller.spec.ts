import 'reflect-metadata';
import { Module } from '@nestjs/common';
import type { AdminErrorDto, AuditLogDto, SettingDto, SettingsDto } from '@gemini-balance/shared';
import { SettingsStore } from '../../core/settings/settings-store';
import { DatabaseModule } from '../../database/database.module';
import { type EmptyDatabase, testDatabases } from '../../database/testing/test-databases';
import { listenAdminApp, type RunningAdminApp } from '../../http/admin/testing/admin-app';
import { AuditModule } from '../audit/audit.module';
import { AuditTrail } from '../audit/audit-trail';
import { AuthModule } from '../auth/auth.module';
import { RuntimeModule } from '../runtime/runtime.module';
import { SettingsModule } from './settings.module';

const AUTH_TOKEN = 'sk-admin-of-this-test';
const PLANTED = 'planted-secret-0123456789';

interface Started extends RunningAdminApp {
  readonly store: SettingsStore;
}

async function start(empty: EmptyDatabase): Promise<Started> {
  const store = new SettingsStore({ AUTH_TOKEN, MAX_RETRIES: '5' });
  @Module({
    imports: [
      RuntimeModule,
      DatabaseModule.forRoot(empty.settings),
      AuditModule,
      SettingsModule.forRoot(store),
      AuthModule,
    ],
  })
  class TestSettingsModule {}
  return { ...(await listenAdminApp(TestSettingsModule)), store };
}

describe.each(testDatabases())('on $name', (database) => {
  let empty: EmptyDatabase;
  let running: Started;
  beforeEach(async () => {
    empty = await database.create();
    running = await start(empty);
  });
  afterEach(async () => {
    await running.app.close();
    await empty.drop();
  });

  async function ask<Answer = SettingsDto>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; etag: string | null; body: Answer }> {
    const response = await fetch(`${running.url}/api${path}`, {
      method,
      headers: { authorization: `Bearer ${AUTH_TOKEN}`, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return {
      status: response.status,
      etag: response.headers.get('etag'),
      body: (await response.json()) as Answer,
    };
  }

  const settingOf = ({ settings }: SettingsDto, name: string): SettingDto =>
    settings.find((setting) => setting.name === name)!;

  it('shows value, source, limits, options and help of each', async () => {
    const { body, etag } = await ask('GET', '/settings');
    expect([body.revision, etag]).toEqual([0, '"0"']);
    expect(settingOf(body, 'MAX_RETRIES')).toMatchObject({
      source: 'env',
      value: 5,
      default: 3,
      base: { source: 'env', value: 5 },
      min: 0,
      effect: 'live',
      help: { en: expect.any(String) as string, zh: expect.any(String) as string },
    });
    expect(settingOf(body, 'LOG_LEVEL').options).toContain('DEBUG');
    expect(settingOf(body, 'AUTH_TOKEN')).toMatchObject({
      value: null,
      isSet: true,
      masked: ['sk-adm…test'],
    });
  });

  it('changes what was sent, at once, and takes one, a group or all back', async () => {
    const changed = await ask('PATCH', '/settings', { set: { MAX_RETRIES: 7, LOG_LEVEL: 'error' } });
    expect([changed.status, changed.body.revision]).toEqual([200, 1]);
    expect(settingOf(changed.body, 'MAX_RETRIES')).toMatchObject({ source: 'override', value: 7 });
    expect(running.store.current).toMatchObject({ MAX_RETRIES: 7, LOG_LEVEL: 'ERROR' });

    await ask('DELETE', '/settings/MAX_RETRIES');
    expect(running.store.current).toMatchObject({ MAX_RETRIES: 5, LOG_LEVEL: 'ERROR' });
    await ask('POST', '/settings/reset', { group: 'logging' });
    expect(running.store.current.LOG_LEVEL).toBe('INFO');
    await ask('PATCH', '/settings', { set: { MAX_RETRIES: 8, TEST_MODEL: 'm' } });
    const all = await ask('POST', '/settings/reset', { all: true });
    expect(all.body.settings.filter(({ source }) => source === 'override')).toEqual([]);
  });

  it('says all that is wrong, and then changes nothing', async () => {
    const set = { MAX_RETRIES: 'many', KEY_COOLDOWN_SECONDS: 0, NO_SUCH: 1, PORT: 1, TEST_MODEL: 'm' };
    const { status, body } = await ask<AdminErrorDto>('PATCH', '/settings', { set });
    expect(status).toBe(400);
    expect(body.error.problems!.map(({ field }) => field).sort()).toEqual([
      'KEY_COOLDOWN_SECONDS',
      'MAX_RETRIES',
      'NO_SUCH',
      'PORT',
    ]);
    const after = await ask('GET', '/settings');
    expect([after.body.revision, settingOf(after.body, 'TEST_MODEL').source]).toEqual([0, 'default']);
  });

  it('says by a code what is wrong with stored values', async () => {
    const stored = { MAX_BODY_MB: '900', BODY_BUDGET_MB: '800', MAX_RETRIES: '"many"' };
    running.store.applyOverrides(new Map(Object.entries(stored)));
    const { body } = await ask('GET', '/settings');
    expect(body.problems.sort((one, other) => (one.name < other.name ? -1 : 1))).toMatchObject([
      { name: 'MAX_BODY_MB', code: 'disagrees', values: { other: 'BODY_BUDGET_MB' } },
      { name: 'MAX_RETRIES', code: 'unusable', values: {}, message: expect.stringContaining('whole number') },
    ]);
  });

  it.each([
    ['an unknown field', 'PATCH', '/settings', { values: {} }],
    ['a map that is none', 'PATCH', '/settings', { set: [1] }],
    ['a value that is null', 'PATCH', '/settings', { set: { MAX_RETRIES: null } }],
    ['a value of 200 kB', 'PATCH', '/settings', { set: { TEST_MODEL: 'm'.repeat(200_000) } }],
    ['an unknown setting', 'DELETE', '/settings/NO_SUCH', undefined],
    ['an unknown group', 'POST', '/settings/reset', { group: 'none' }],
    ['a reset of nothing', 'POST', '/settings/reset', {}],
  ])('refuses %s with 400', async (_, method, path, body) => {
    expect((await ask(method, path, body)).status).toBe(400);
  });

  it('refuses a change that was made on an older revision', async () => {
    await ask('PATCH', '/settings', { set: { MAX_RETRIES: 1 } });
    const stale = { set: { MAX_RETRIES: 2 } };
    expect((await ask('PATCH', '/settings', { ...stale, revision: 0 })).status).toBe(409);
    expect((await ask('PATCH', '/settings', stale, { 'if-match': '"0"' })).status).toBe(409);
    expect((await ask('PATCH', '/settings', stale, { 'if-match': 'what' })).status).toBe(400);
    expect(running.store.current.MAX_RETRIES).toBe(1);
    expect((await ask('PATCH', '/settings', stale, { 'if-match': '"1"' })).status).toBe(200);
    expect(running.store.current.MAX_RETRIES).toBe(2);
  });

  it('lets exactly one of several changes at once win that were made on the same revision', async () => {
    const changes = [1, 2, 3, 4, 5].map((n) =>
      ask('PATCH', '/settings', { set: { MAX_RETRIES: n }, revision: 0 }),
    );
    const statuses = (await Promise.all(changes)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 409, 409, 409, 409]);
  });

  it('keeps an audit row for each change, without secrets', async () => {
    await ask('PATCH', '/settings', { set: { MAX_RETRIES: 7, SMMS_SECRET_TOKEN: PLANTED } });
    await ask('PATCH', '/settings', { set: { MAX_RETRIES: 7 } });
    await ask('DELETE', '/settings/MAX_RETRIES');
    await running.app.get(AuditTrail, { strict: false }).flush();
    const { body } = await ask<AuditLogDto>('GET', '/audit?action=settings');
    expect(
      body.items.map(({ action, subject, details, actor }) => [action, subject, details, actor]),
    ).toEqual([
      ['settings.reset', 'MAX_RETRIES', { from: 7 }, 'token'],
      ['settings.change', 'SMMS_SECRET_TOKEN', { to: '[secret]' }, 'token'],
      ['settings.change', 'MAX_RETRIES', { to: 7 }, 'token'],
    ]);
    expect(JSON.stringify((await ask('GET', '/settings')).body)).not.toContain(PLANTED);
  });

  it('is followed by other processes on the same database', async () => {
    const other = await start(empty);
    const isLive = new Promise<void>((resolve) =>
      other.store.onChange(({ MAX_RETRIES }) => MAX_RETRIES === 9 && resolve()),
    );
    await ask('PATCH', '/settings', { set: { MAX_RETRIES: 9 } });
    await isLive;
    expect(other.store.sourceOf('MAX_RETRIES')).toBe('override');
    await other.app.close();
  });
});
