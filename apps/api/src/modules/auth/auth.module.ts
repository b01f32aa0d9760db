import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Clock } from '../../core/clock';
import { SettingsStore } from '../../core/settings/settings-store';
import { WriteGate } from '../../database/writing/write-gate';
import { ADMIN_ACCESS } from '../../http/admin/admin-access';
import { PLAYGROUND_ACCESS } from '../../http/identity/playground-access';
import { OneCallTask } from '../../scheduling/one-call-task';
import { CLOCK } from '../runtime/runtime-tokens';
import { TokenDirectory } from '../tokens/token-directory';
import { TokensModule } from '../tokens/tokens.module';
import { AdminAdmission } from './admin-admission';
import { AdminSessions } from './admin-sessions';
import { AuthController } from './auth.controller';
import { LoginThrottle } from './login-throttle';
import { SessionsController } from './sessions.controller';

/** Who may administer. Offers ADMIN_ACCESS to the guard of every module, and PLAYGROUND_ACCESS to the client routes. */
@Global()
@Module({
  imports: [TokensModule],
  controllers: [AuthController, SessionsController],
  providers: [
    {
      provide: AdminSessions,
      useFactory: (dataSource: DataSource, gate: WriteGate, clock: Clock, store: SettingsStore) =>
        new AdminSessions(dataSource, gate, clock, () => toSessionMs(store)),
      inject: [DataSource, WriteGate, CLOCK, SettingsStore],
    },
    {
      provide: 'clean-up-sessions',
      useFactory: (sessions: AdminSessions) =>
        new OneCallTask(
          'clean-up-sessions',
          'Forgets sessions of the dashboard that have expired',
          { dailyAt: '03:50' },
          async () => {
            const count = await sessions.forgetExpired();
            return {
              code: 'sessions_forgotten',
              values: { count },
              message: `${count} session(s) forgotten.`,
            };
          },
        ),
      inject: [AdminSessions],
    },
    { provide: LoginThrottle, useFactory: (clock: Clock) => new LoginThrottle(clock), inject: [CLOCK] },
    {
      provide: AdminAdmission,
      useFactory: (
        tokens: TokenDirectory,
        sessions: AdminSessions,
        throttle: LoginThrottle,
        store: SettingsStore,
      ) =>
        new AdminAdmission(tokens, sessions, throttle, () => ({
          sessionMs: toSessionMs(store),
          publicUrl: store.current.PUBLIC_URL,
          trustedProxies: store.current.TRUSTED_PROXIES,
        })),
      inject: [TokenDirectory, AdminSessions, LoginThrottle, SettingsStore],
    },
    { provide: ADMIN_ACCESS, useExisting: AdminAdmission },
    { provide: PLAYGROUND_ACCESS, useExisting: AdminAdmission },
  ],
  exports: [ADMIN_ACCESS, PLAYGROUND_ACCESS],
})
export class AuthModule {}

function toSessionMs(store: SettingsStore): number {
  return store.current.ADMIN_SESSION_EXPIRE * 1000;
}
