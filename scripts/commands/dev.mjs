import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from '../build.mjs';
import { run } from '../processes.mjs';
import { root, toolEnv } from '../toolchain.mjs';

const sources = ['apps/api/src', 'packages/shared/src'];
const settleMs = 200;

/** Serves the api, rebuilt and restarted at every change, and the dashboard through Vite, until Ctrl-C. */
export async function dev() {
  await build(['api', 'admin']);
  console.log(
    "\nTwo addresses follow: Vite's shows every change of the dashboard, the gateway's the dashboard as it is now.",
  );
  let server = startServer();
  onChange(async () => {
    const rebuild = ['turbo', 'run', 'build', '--filter=@gemini-balance/api', '--output-logs=errors-only'];
    const { code, output } = await run(rebuild, { quiet: true });
    if (code !== 0) return console.error(output);
    await stopped(server);
    server = startServer();
  });
  // Not by way of its package's script: a package manager in between would not pass signals on.
  const { code } = await run([process.execPath, 'node_modules/vite/bin/vite.js'], {
    cwd: join(root, 'apps/admin'),
    env: { API_ORIGIN: process.env.API_ORIGIN ?? (await gatewayOrigin()) },
  });
  await stopped(server);
  process.exit(code);
}

/** Where the gateway will listen, by the settings that it reads itself. */
async function gatewayOrigin() {
  const built = (file) => import(pathToFileURL(join(root, 'apps/api/dist', file)).href);
  const { loadEnv } = await built('modules/settings/load-env.js');
  const { SettingsStore } = await built('core/settings/settings-store.js');
  return `http://127.0.0.1:${new SettingsStore(loadEnv(process.env, root)).current.PORT}`;
}

function startServer() {
  return spawn(process.execPath, ['--enable-source-maps', 'apps/api/dist/main.js'], {
    cwd: root,
    env: toolEnv(),
    stdio: 'inherit',
  });
}

function stopped(server) {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once('exit', resolve);
    server.kill('SIGTERM');
  });
}

/** Calls `react` once changes have settled, never twice at a time. */
function onChange(react) {
  let timer;
  let running = Promise.resolve();
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (running = running.then(react)), settleMs);
  };
  for (const folder of sources) watch(join(root, folder), { recursive: true }, schedule);
}
