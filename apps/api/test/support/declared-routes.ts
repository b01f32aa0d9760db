import { DiscoveryService } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { rmSync } from 'node:fs';
import { AppModule } from '../../src/app.module';
import { SettingsStore } from '../../src/core/settings/settings-store';
import type { ClientRoute } from '../../src/http/client-route';
import { collectClientRoutes } from '../../src/modules/client-routes/collect-client-routes';
import { newDataDir } from './gateway-process';

/** Every client route of the app, from the app itself. */
export async function declaredRoutes(): Promise<ClientRoute[]> {
  const dataDir = newDataDir();
  const store = new SettingsStore({ DATA_DIR: dataDir, ALLOWED_TOKENS: 'sk-any-token' });
  const app = await Test.createTestingModule({ imports: [AppModule.forRoot(store)] }).compile();
  const routes = collectClientRoutes(app.get(DiscoveryService, { strict: false }));
  await app.close();
  rmSync(dataDir, { recursive: true, force: true });
  return routes;
}
