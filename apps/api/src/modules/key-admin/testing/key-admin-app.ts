import 'reflect-metadata';
import { Global, Module } from '@nestjs/common';
import { UnauthenticatedError } from '../../../core/gateway-error';
import { SettingsStore } from '../../../core/settings/settings-store';
import { DatabaseModule } from '../../../database/database.module';
import type { TestSettings } from '../../../database/testing/test-databases';
import { ADMIN_ACCESS, type AdminAccess } from '../../../http/admin/admin-access';
import { listenAdminApp, type RunningAdminApp } from '../../../http/admin/testing/admin-app';
import { LogLines } from '../../../logging/log-lines';
import { AuditModule } from '../../audit/audit.module';
import { LogLinesModule } from '../../runtime/log-lines.module';
import { RuntimeModule } from '../../runtime/runtime.module';
import { SettingsModule } from '../../settings/settings.module';
import { KeyAdminModule } from '../key-admin.module';

/** Lets in who sends `Bearer admin`. */
const access: AdminAccess = {
  async admit(request) {
    if (request.headers.authorization !== 'Bearer admin') throw new UnauthenticatedError('Sign in.');
    return { kind: 'token' };
  },
  async admitConnection() {
    throw new UnauthenticatedError('Sign in.');
  },
};

@Global()
@Module({ providers: [{ provide: ADMIN_ACCESS, useValue: access }], exports: [ADMIN_ACCESS] })
class TestAccessModule {}

/** Serves the REST of keys on a database, with one key in the environment. */
export function listenKeyAdminApp(settings: TestSettings, envKey: string): Promise<RunningAdminApp> {
  const imports = [
    RuntimeModule,
    LogLinesModule.forRoot(new LogLines()),
    DatabaseModule.forRoot(settings),
    SettingsModule.forRoot(new SettingsStore({ API_KEYS: envKey })),
    TestAccessModule,
    AuditModule,
    KeyAdminModule,
  ];
  return listenAdminApp({ module: class TestModule {}, imports });
}
