// What this machine offers: the Node version, the pnpm that the repository asks for, a C++ compiler.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, parse, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const isWindows = process.platform === 'win32';
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Ends the process when Node is older than `engines` in package.json allows. */
export function requireNode() {
  const wanted = manifest.engines.node.replace(/^\D+/, '');
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [wantedMajor, wantedMinor] = wanted.split('.').map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  console.error(`Node ${wanted} or newer is needed; this is ${process.version}.`);
  process.exit(1);
}

/** The environment for every child: tools of the workspace first on PATH, npm's own variables taken out. */
export function toolEnv() {
  const env = {};
  for (const [name, value] of Object.entries(process.env)) {
    // The npm_* variables that `npm run` sets confuse a package manager that runs below it.
    if (isNpmVariable(name) && !isPassedOn(name)) continue;
    env[name] = value;
  }
  // turbo looks for a pnpm binary on PATH and needs the entry to be absolute.
  env.PATH = join(root, 'node_modules', '.bin') + delimiter + (process.env.PATH ?? '');
  env.TURBO_TELEMETRY_DISABLED = '1';
  env.DO_NOT_TRACK = '1';
  env.npm_config_update_notifier = 'false';
  const headers = nodeHeaders();
  if (headers) env.npm_config_nodedir ??= headers;
  return env;
}

/**
 * How to install: the pnpm version of package.json, itself where it is on PATH, else through npx. The one that the workspace
 * installs does not count: an install that starts anew would delete it while it runs.
 * @returns {{ command: string[], env: Record<string, string> }}
 */
export function installer() {
  const version = manifest.packageManager.split('@')[1].split('+')[0];
  const isOutside = (folder) => !resolve(folder).startsWith(join(root, 'node_modules'));
  const PATH = (process.env.PATH ?? '').split(delimiter).filter(isOutside).join(delimiter);
  const env = { ...toolEnv(), PATH };
  const found = spawnSync('pnpm', ['--version'], {
    encoding: 'utf8',
    cwd: parse(root).root,
    env,
    shell: isWindows,
  });
  const isInstalled = found.status === 0 && found.stdout.trim() === version;
  return { command: isInstalled ? ['pnpm'] : ['npx', '-y', `pnpm@${version}`], env };
}

/** The tools for compiling native code that are not on PATH; empty when all are there. */
export function missingCompileTools() {
  const isMissing = (tool) =>
    spawnSync(tool, ['--version'], { stdio: 'ignore', shell: isWindows }).status !== 0;
  return ['python3', 'make', 'g++'].filter(isMissing);
}

function isNpmVariable(name) {
  return /^npm_/i.test(name);
}

function isPassedOn(name) {
  return /^npm_config_(registry|nodedir|cafile|https?_proxy|proxy|noproxy)$/i.test(name);
}

/** Where the C headers of this Node lie, which spares node-gyp a download; undefined where they are not beside it. */
function nodeHeaders() {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, 'include/node/node_version.h')) ? prefix : undefined;
}
