import 'reflect-metadata';
import { Module } from '@nestjs/common';
import type { OverviewDto } from '@gemini-balance/shared';
import type { GatewayObserver } from '../../core/gateway/observing/gateway-observer';
import { SettingsStore } from '../../core/settings/settings-store';
import { DatabaseModule } from '../../database/database.module';
import { openDatabase } from '../../database/opening/open-database';
import { type EmptyDatabase, testDatabases } from '../../database/testing/test-databases';
import { listenAdminApp, type RunningAdminApp } from '../../http/admin/testing/admin-app';
import { LogLines } from '../../logging/log-lines';
import { AuditModule } from '../audit/audit.module';
import { AuthModule } from '../auth/auth.module';
import { LogLinesModule } from '../runtime/log-lines.module';
import { RuntimeModule } from '../runtime/runtime.module';
import { SettingsModule } from '../settings/settings.module';
import { GATEWAY_OBSERVER } from '../telemetry/gateway-telemetry';
import { anAttempt, aRequest } from '../telemetry/testing/gateway-events';
import { StatsModule } from './stats.module';

const AUTH_TOKEN = 'sk-admin-of-this-test';
const API_KEYS = ['a', 'b', 'c'].map((letter) => `AIza${letter.repeat(35)}`);
const ADMIN = { authorization: `Bearer ${AUTH_TOKEN}` };

/** The modules behind the overview, as the server assembles them. */
function listenStats(empty: EmptyDatabase): Promise<RunningAdminApp> {
  const store = new SettingsStore({
    AUTH_TOKEN,
    API_KEYS: API_KEYS.join(','),
    DATA_DIR: empty.settings.DATA_DIR,
  });
  @Module({
    imports: [
      RuntimeModule,
      LogLinesModule.forRoot(new LogLines()),
      DatabaseModule.forRoot(empty.settings),
      AuditModule,
      SettingsModule.forRoot(store),
      StatsModule,
      AuthModule,
    ],
  })
  class TestStatsModule {}
  return listenAdminApp(TestStatsModule);
}

describe.each(testDatabases())('on $name', (database) => {
  let empty: EmptyDatabase;
  let running: RunningAdminApp;
  beforeAll(async () => {
    empty = await database.create();
    running = await listenStats(empty);
  });
  afterAll(() => empty.drop());

  const observer = () => running.app.get<GatewayObserver>(GATEWAY_OBSERVER, { strict: false });
  const overview = async () =>
    (await (await fetch(`${running.url}/api/overview`, { headers: ADMIN })).json()) as OverviewDto;

  it('is for administrators alone', async () => {
    expect((await fetch(`${running.url}/api/overview`)).status).toBe(401);
  });

  it('is for a session, too', async () => {
    const body = JSON.stringify({ token: AUTH_TOKEN });
    const headers = { 'content-type': 'application/json' };
    const login = await fetch(`${running.url}/api/auth/login`, { method: 'POST', headers, body });
    const cookie = login.headers.get('set-cookie')!.split(';')[0]!;
    expect((await fetch(`${running.url}/api/overview`, { headers: { cookie } })).status).toBe(200);
  });

  it('counts keys and calls at once', async () => {
    for (let call = 0; call < 9; call += 1) {
      observer().attemptSettled(anAttempt());
      observer().requestFinished(aRequest(call % 3 === 0 ? { status: 503, errorCode: 'overloaded' } : {}));
    }
    const calls = { total: 9, success: 6, failure: 3 };
    expect(await overview()).toEqual({
      keys: { ready: 3, resting: 0, invalid: 0, disabled: 0, total: 3 },
      calls: { minute: calls, hour: calls, day: calls, month: calls },
      gateway: {
        version: expect.stringMatching(/^\d+\.\d+\.\d+/),
        uptimeMs: expect.any(Number),
        inFlight: 0,
        database: database.name === 'SQLite' ? 'sqlite' : 'mysql',
        waitingLogRows: expect.any(Number),
        droppedLogRows: 0,
      },
    });
  });

  it('keeps every count and row when the gateway stops, also of calls that end while it does', async () => {
    const telemetry = observer();
    running.app.getHttpServer().on('close', () => telemetry.requestFinished(aRequest()));
    await running.app.close();

    const dataSource = await openDatabase(empty.settings);
    const count = async (sql: string) => {
      const rows: { n: unknown }[] = await dataSource.query(sql);
      return Number(rows[0]!.n);
    };
    expect(await count('SELECT COUNT(*) AS n FROM request_logs')).toBe(10);
    expect(await count('SELECT SUM(successes) + SUM(failures) AS n FROM usage_minutes')).toBe(10);
    expect(await count('SELECT SUM(successes) + SUM(failures) AS n FROM call_minutes')).toBe(10);
    await dataSource.destroy();
  });

  it('counts on after a restart', async () => {
    running = await listenStats(empty);
    running.app.get<GatewayObserver>(GATEWAY_OBSERVER, { strict: false }).requestFinished(aRequest());
    const { calls } = await overview();
    expect([calls.hour.total, calls.day.total]).toEqual([11, 11]);
    await running.app.close();
  });
});
