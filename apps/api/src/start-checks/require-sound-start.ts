import type { EnvLayer } from '../core/settings/env/env-layer';
import type { Settings } from '../core/settings/registry';
import { resolveSettings } from '../core/settings/resolve';
import { StartError } from '../core/start-error';
import { whyDatabaseFails } from '../database/opening/why-database-fails';
import { whyNotWritable } from './why-not-writable';

/** Asks the world about what settings alone do not tell. Each resolves with the rest of a sentence where something is wrong. */
export interface StartProbes {
  whyNotWritable(directory: string): string | undefined;
  whyDatabaseFails(settings: Settings): Promise<string | undefined>;
}

const PROBES: StartProbes = { whyNotWritable, whyDatabaseFails };

/**
 * Looks for everything that keeps the gateway from starting, so that the operator mends it at once and not one after another.
 * A database that does not answer is no such thing by itself: it may still come, and is waited for.
 * @throws StartError with a line for each problem
 */
export async function requireSoundStart(env: EnvLayer, probes: StartProbes = PROBES): Promise<void> {
  const { settings, problems, notices } = resolveSettings(env, new Map());
  const lines = problems.map(({ name, message }) => `${name} ${message}`);
  const isWrong = new Set<string>(problems.flatMap(({ names }) => names));
  if (!isWrong.has('DATA_DIR')) {
    const why = probes.whyNotWritable(settings.DATA_DIR);
    if (why !== undefined) lines.push(`DATA_DIR cannot be written to: ${why}`);
  }
  if (lines.length === 0) return;
  const isDatabaseKnown = ![...isWrong].some((name) => /^(DATABASE_TYPE|MYSQL_|SQLITE_)/.test(name));
  const isOnDisk = settings.DATABASE_TYPE === 'sqlite';
  if (isDatabaseKnown && !isOnDisk) {
    const why = await probes.whyDatabaseFails(settings);
    if (why !== undefined) lines.push(`DATABASE_TYPE ${why}`);
  }
  const hints = notices
    .filter(({ reason }) => reason !== 'without_effect')
    .map(({ name, message }) => `${name} ${message}`);
  throw new StartError(
    [
      'The gateway cannot start. These settings of the environment are wrong:',
      ...lines.map((line) => `  ${line}`),
      ...(hints.length > 0 ? ['These do not keep it from starting, but look at them:'] : []),
      ...hints.map((line) => `  ${line}`),
    ].join('\n'),
  );
}
