import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { parseEnvFile } from './core/settings/env/env-file';
import type { EnvLayer } from './core/settings/env/env-layer';
import { byUpperCaseName } from './core/settings/env/env-layer';
import { StartError } from './core/start-error';
import { systemClock } from './modules/runtime/system-clock';
import { loadEnv } from './modules/settings/load-env';
import { applyTakeover } from './takeover/apply-takeover';
import { describePlan } from './takeover/describe-plan';
import { oldText, oldValues } from './takeover/old-values';
import { openOldDatabase } from './takeover/open-old-database';
import { planTakeover } from './takeover/plan-takeover';
import { takeLogs } from './takeover/take-logs';
import { readArguments, type TakeoverArguments } from './takeover/takeover-arguments';
import { ThisInstallation } from './takeover/this-installation';

/** `npm run take-over`: brings keys, tokens, settings, files and logs of a gemini-balance installation here. */
async function main(): Promise<void> {
  process.umask(0o077);
  const wanted = readArguments(process.argv.slice(2), process.cwd());
  const env: EnvLayer = { ...readOldEnv(wanted), ...wanted.replaced };
  const texts = byUpperCaseName(env);
  const timeZone = wanted.timeZone ?? oldText(texts, 'TZ') ?? 'UTC';
  const old = await openOldDatabase(texts, wanted.folder, timeZone);
  try {
    const here = await ThisInstallation.open(loadEnv(process.env, process.cwd()), systemClock, console.error);
    try {
      const values = oldValues(env, await old.settings());
      const plan = planTakeover(values, await old.files(), await here.known());
      console.log(describePlan(plan, wanted.withLogs ? await old.countLogs() : undefined));
      if (!wanted.isConfirmed) {
        console.log('\nNothing was changed. The same with --yes does it.');
        return;
      }
      await applyTakeover(plan, here, systemClock.nowMs());
      if (wanted.withLogs) await takeLogs(old, here, console.log);
      console.log(
        '\nDone. Start the gateway, or start it again, so that it serves with what was taken over.',
      );
    } finally {
      await here.close();
    }
  } finally {
    await old.close();
  }
}

function readOldEnv({ envFile }: TakeoverArguments): EnvLayer {
  try {
    return parseEnvFile(readFileSync(envFile, 'utf8'));
  } catch (cause) {
    throw new StartError(`The old settings file ${envFile} cannot be read: ${(cause as Error).message}.`, {
      cause,
    });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 1;
});
