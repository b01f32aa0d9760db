import 'reflect-metadata';
import { SettingsStore } from './core/settings/settings-store';
import { StartError } from './core/start-error';
import { openDatabase } from './database/opening/open-database';
import { WriteGate } from './database/writing/write-gate';
import { systemClock } from './modules/runtime/system-clock';
import { loadEnv } from './modules/settings/load-env';
import { replaceAdminToken } from './modules/tokens/replace-admin-token';
import { TokenRepository } from './modules/tokens/token.repository';

/** `npm run admin-token`: makes a new admin token and prints it; the one before stops working, within seconds on a running gateway. */
async function main(): Promise<void> {
  const settings = new SettingsStore(loadEnv(process.env, process.cwd())).current;
  const dataSource = await openDatabase(settings, { tell: (message) => console.error(message) });
  try {
    const token = await replaceAdminToken(
      new TokenRepository(dataSource, new WriteGate(dataSource), systemClock),
      settings,
    );
    console.log(
      `The new admin token, shown only now:\n\n  ${token.reveal()}\n\nAny other admin token has stopped working; a gateway that runs on these data follows within seconds.`,
    );
  } finally {
    await dataSource.destroy();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 1;
});
