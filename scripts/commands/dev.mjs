import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { build } from '../build.mjs';
import { run } from '../processes.mjs';
import { root, toolEnv } from '../toolchain.mjs';

const sources = ['apps/api/src', 'packages/shared/src'];
const settleMs = 200;

/** Serves the api, rebuilt and restarted at every change, and the dashboard through Vite, until Ctrl-C. */
export async function dev() {
  await build(['api']);
  let server = startServer();
  onChange(async () => {
    const { code, output } = await run(
      ['turbo', 'run', 'build', '--filter=@gemini-balance/api', '--output-logs=errors-only'],
      {
        quiet: true,
      },
    );
    if (code !== 0) return console.error(output);
    await stopped(server);
    server = startServer();
  });
  const { code } = await run(['pnpm', '--silent', 'run', 'dev'], { cwd: join(root, 'apps/admin') });
  await stopped(server);
  process.exit(code);
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
