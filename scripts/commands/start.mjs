import { build } from '../build.mjs';
import { run } from '../processes.mjs';

/** Serves until it is stopped; the exit code is the server's. */
export async function start(args) {
  await build(['api', 'admin']);
  const { code } = await run([process.execPath, 'apps/api/dist/main.js', ...args]);
  return code;
}
