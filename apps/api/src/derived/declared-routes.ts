import { DiscoveryService, NestFactory } from '@nestjs/core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppModule } from '../app.module';
import { SettingsStore } from '../core/settings/settings-store';
import type { ClientRoute } from '../http/routing/client-route';
import { GatewayHttpAdapter } from '../http/server/gateway-http-adapter';
import type { UpgradeRoute } from '../http/upgrade/upgrade-route';
import { collectClientRoutes, collectUpgradeRoutes } from '../modules/client-routes/collect-client-routes';
import { systemIds } from '../modules/runtime/system-ids';
import { type AdminRoute, collectAdminRoutes } from './admin-routes';

/** Everything that the gateway answers, but for the dashboard's files. */
export interface DeclaredRoutes {
  readonly client: readonly ClientRoute[];
  readonly admin: readonly AdminRoute[];
  readonly upgrades: readonly UpgradeRoute[];
}

/** The routes of the app, from an app that was made for this, with data of its own, and that never listens. */
export async function declaredRoutes(): Promise<DeclaredRoutes> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gemini-balance-routes-'));
  const store = new SettingsStore({ DATA_DIR: dataDir, ALLOWED_TOKENS: 'sk-any-token' });
  const app = await NestFactory.create(AppModule.forRoot(store), new GatewayHttpAdapter(systemIds), {
    logger: false,
    abortOnError: false,
  });
  try {
    const discovery = app.get(DiscoveryService, { strict: false });
    return {
      client: collectClientRoutes(discovery),
      admin: collectAdminRoutes(discovery),
      upgrades: collectUpgradeRoutes(discovery),
    };
  } finally {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
