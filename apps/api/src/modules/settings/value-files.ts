import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { byUpperCaseName, type EnvLayer } from '../../core/settings/env/env-layer';
import { REGISTRY } from '../../core/settings/registry';
import { StartError } from '../../core/start-error';

/**
 * The environment with the values that lie in files: `MYSQL_PASSWORD_FILE` names the file of MYSQL_PASSWORD, and so for every setting, as secrets are
 * handed to containers. A named file counts more than a value that is given beside it.
 * @throws StartError when a file cannot be read
 */
export function readValueFiles(env: EnvLayer, directory: string): EnvLayer {
  const texts = byUpperCaseName(env);
  const values: Record<string, string> = {};
  for (const name of REGISTRY.keys()) {
    const path = texts.get(`${name}_FILE`);
    if (path !== undefined) values[name] = readValue(`${name}_FILE`, resolve(directory, path));
  }
  return { ...env, ...values };
}

function readValue(name: string, path: string): string {
  try {
    return quoted(readFileSync(path, 'utf8').replace(/\r?\n$/, ''));
  } catch (cause) {
    throw new StartError(`${name}: ${path} cannot be read: ${(cause as Error).message}.`, { cause });
  }
}

/** As an environment variable has it; without quotes a ` #` would begin a comment. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
