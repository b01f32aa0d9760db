import 'reflect-metadata';
import { Get, Global, Module, Post } from '@nestjs/common';
import type { OpenSessionDto } from '@gemini-balance/shared';
import { FakeClock } from '../../../core/testing/fake-clock';
import { sha256 } from '../../../core/sha256';
import { type OpenTestDatabase, openTestDatabase } from '../../../database/testing/open-test-database';
import type { TestDatabase } from '../../../database/testing/test-databases';
import { ADMIN_ACCESS } from '../../../http/admin/admin-access';
import { AdminRest } from '../../../http/admin/admin-rest';
import { listenAdminApp, type RunningAdminApp } from '../../../http/admin/testing/admin-app';
import { AuditTrail } from '../../audit/audit-trail';
import { AdminAdmission } from '../admin-admission';
import { AdminSessions } from '../admin-sessions';
import { AuthController } from '../auth.controller';
import { LoginThrottle } from '../login-throttle';
import { SessionsController } from '../sessions.controller';

/** The admin token: short enough to be guessed. */
export const TOKEN = 'admin-token';
/** Another one, which nobody guesses. */
export const LONG_TOKEN = 'sk-nobody-guesses-this-one';
export const SESSION_MS = 3_600_000;
export const JSON_TYPE = { 'content-type': 'application/json' };

@AdminRest('things')
class ThingsController {
  @Get()
  list() {
    return { things: [] };
  }

  @Post()
  add() {
    return { added: true };
  }
}

/** The auth module on a database of that sort, with a clock and tokens of the test. */
export async function anAuthApp(database: TestDatabase) {
  const opened: OpenTestDatabase = await openTestDatabase(database);
  const clock = { now: 1_750_000_000_000, nowMs: () => clock.now };
  const admins = new Set([TOKEN, LONG_TOKEN]);
  const settings = { sessionMs: SESSION_MS, publicUrl: '', trustedProxies: [] as string[] };
  const tokens = {
    identify: (presented: string) =>
      admins.has(presented) ? { isAdmin: true } : presented === 'client' ? { isAdmin: false } : undefined,
    isAdminDigest: (digest: string) => [...admins].some((token) => sha256(token) === digest),
  };
  const sessions = new AdminSessions(opened.dataSource, opened.gate, clock, () => settings.sessionMs);
  const trail = new AuditTrail(opened.rows, new FakeClock(), () => undefined);
  const admission = new AdminAdmission(tokens, sessions, new LoginThrottle(clock), () => settings);

  @Global()
  @Module({
    controllers: [AuthController, SessionsController, ThingsController],
    providers: [
      { provide: AdminAdmission, useValue: admission },
      { provide: AdminSessions, useValue: sessions },
      { provide: AuditTrail, useValue: trail },
      { provide: ADMIN_ACCESS, useExisting: AdminAdmission },
    ],
    exports: [ADMIN_ACCESS],
  })
  class TestAuthModule {}

  const running: RunningAdminApp = await listenAdminApp(TestAuthModule, { trustedProxies: ['127.0.0.1'] });

  async function ask(method: string, path: string, headers: Record<string, string> = {}, body?: unknown) {
    const response = await fetch(running.url + path, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      cookie: response.headers.get('set-cookie') ?? '',
      body: (text === '' ? {} : JSON.parse(text)) as {
        expiresAtMs?: number;
        items?: OpenSessionDto[];
        revoked?: number;
        error?: { code: string; field?: string };
      },
    };
  }
  const login = (token: string, headers: Record<string, string> = {}) =>
    ask('POST', '/api/auth/login', { ...JSON_TYPE, ...headers }, { token });
  const signIn = async (): Promise<{ cookie: string }> => ({
    cookie: (await login(TOKEN)).cookie.split(';')[0]!,
  });
  const close = async () => {
    await running.app.close();
    await opened.close();
  };
  return { url: running.url, opened, trail, admission, clock, admins, settings, ask, login, signIn, close };
}

export type AuthApp = Awaited<ReturnType<typeof anAuthApp>>;
