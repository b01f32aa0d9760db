import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnvFile } from '../../core/settings/env/env-file';
import { type EnvLayer, layOver } from '../../core/settings/env/env-layer';
import { StartError } from '../../core/start-error';
import { readValueFiles } from './value-files';

/**
 * The environment of the process, over the `.env` file: the one that ENV_FILE names, else `.env` in `directory`
 * where there is one. Over both lie the values that either names a file of.
 * @throws StartError when a file cannot be read.
 */
export function loadEnv(processEnv: EnvLayer, directory: string): EnvLayer {
  return readValueFiles(loadLayers(processEnv, directory), directory);
}

function loadLayers(processEnv: EnvLayer, directory: string): EnvLayer {
  const named = processEnv['ENV_FILE'];
  const path = resolve(directory, named || '.env');
  try {
    return layOver(parseEnvFile(readFileSync(path, 'utf8')), processEnv);
  } catch (error) {
    if (!named && (error as NodeJS.ErrnoException).code === 'ENOENT') return processEnv;
    throw new StartError(`The settings file ${path} cannot be read: ${(error as Error).message}.`, {
      cause: error,
    });
  }
}
