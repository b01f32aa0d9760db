// Installs the dependencies when the lockfile is not the one that was installed last.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { runStep } from './processes.mjs';
import { installer, missingCompileTools, root } from './toolchain.mjs';

const stamp = join(root, 'node_modules', '.install-stamp');
const sqliteBinary = join(root, 'apps/api/node_modules/sqlite3/build/Release/node_sqlite3.node');

/** Ends the process with one clear message when the dependencies cannot be installed. */
export async function install() {
  const wanted = fingerprint();
  if (isInstalled(wanted)) return;

  const isFirst = !existsSync(stamp);
  const title = `Installing dependencies${isFirst ? ' (the first time about two minutes: SQLite is compiled)' : ''}`;
  const { command, env } = installer();
  const { code, output } = await runStep(title, [...command, '--dir', root, 'install', '--frozen-lockfile'], {
    // From outside the workspace: npx would prefer a pnpm that is half installed in the workspace.
    cwd: parse(root).root,
    env: { ...env, CI: '1' },
  });

  if (code !== 0 || !existsSync(sqliteBinary)) {
    console.error(explain(output));
    process.exit(code || 1);
  }
  writeFileSync(stamp, wanted);
}

function isInstalled(wanted) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(sqliteBinary);
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(root, file)));
  return `${hash.digest('hex')} ${process.platform} ${process.arch} ${process.version}`;
}

function explain(output) {
  const missing = missingCompileTools();
  const isAboutSqlite = /sqlite3|node-gyp/.test(output) || output === '';
  if (missing.length > 0 && isAboutSqlite) {
    const verb = missing.length === 1 ? 'is' : 'are';
    return `SQLite could not be compiled because ${missing.join(', ')} ${verb} missing. Run: apt-get update && apt-get install -y python3 make g++`;
  }
  return `${output.trimEnd().split('\n').slice(-40).join('\n')}\nThe dependencies could not be installed.`;
}
