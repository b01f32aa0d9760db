import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { version } from '../package.json';
import { AppModule } from './app.module';
import { SettingsStore } from './core/settings/settings-store';
import { StartError } from './core/start-error';
import { drain } from './drain';
import { setUpAdminHttp, trustProxies } from './http/admin/admin-http';
import { GatewayHttpAdapter, SERVER_PATIENCE } from './http/server/gateway-http-adapter';
import { followLogLevel } from './logging/log-level';
import { LogLines } from './logging/log-lines';
import { type AppLogger, createProcessLogger } from './logging/logger';
import { NestLogger } from './logging/nest-logger';
import { systemIds } from './modules/runtime/system-ids';
import { loadEnv } from './modules/settings/load-env';
import { FirstTokens } from './modules/tokens/sync-tokens';
import { isServedByAnother } from './start-checks/other-gateway';
import { requireSoundStart } from './start-checks/require-sound-start';
import { welcome } from './welcome';

const SHARED_SQLITE =
  'Another gateway serves the same SQLite database. They follow each other, but wait for each other when they write; MySQL suits several.';

async function main(): Promise<void> {
  // What is made from here on is its owner's alone: the database holds digests of tokens and logs, the key file more.
  process.umask(0o077);
  const env = loadEnv(process.env, process.cwd());
  await requireSoundStart(env);
  const store = new SettingsStore(env);
  const { HOST, PORT, LOG_LEVEL } = store.current;
  const lines = new LogLines();
  const logger = createProcessLogger(LOG_LEVEL, lines);
  followLogLevel(logger, store);

  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.forRoot(store, lines),
    new GatewayHttpAdapter(systemIds, {
      ...SERVER_PATIENCE,
      stallMs: () => store.current.BODY_STALL_SECONDS * 1000,
    }),
    { logger: new NestLogger(logger), bodyParser: false, abortOnError: false },
  );
  setUpAdminHttp(app, { trustedProxies: store.current.TRUSTED_PROXIES });
  store.onChange((now) => trustProxies(app, now.TRUSTED_PROXIES));
  stopOnSignals(app, store, logger);
  await listen(app, PORT, HOST);
  logger.info({ version, port: PORT }, 'The gateway serves.');
  if (await isServedByAnother(store.current)) logger.warn(SHARED_SQLITE);
  // One request that meets a mistake must not end all the others.
  process.on('uncaughtException', (err) =>
    logger.error({ err }, 'A mistake of the gateway went past every guard.'),
  );
  process.stdout.write(welcome(store.current, app.get(FirstTokens, { strict: false })));
}

async function listen(app: NestExpressApplication, port: number, host: string): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const reason = code === 'EADDRINUSE' ? 'something else listens there; choose another PORT' : message;
    throw new StartError(`The gateway cannot listen on ${host}:${port}: ${reason}.`, { cause });
  }
}

/** The first signal lets open replies finish; a second one does not wait. */
function stopOnSignals(app: NestExpressApplication, store: SettingsStore, logger: AppLogger): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    const { DRAIN_DELAY_SECONDS, DRAIN_SECONDS } = store.current;
    logger.info(`Stopping: open replies have ${DRAIN_SECONDS} s to finish. A second signal stops at once.`);
    drain(app, DRAIN_DELAY_SECONDS * 1000, DRAIN_SECONDS * 1000).then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
}

function fail(error: unknown): never {
  const text =
    error instanceof StartError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

main().catch(fail);
