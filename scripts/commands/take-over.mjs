import { build } from '../build.mjs';
import { run } from '../processes.mjs';

export async function takeOver(args) {
  await build(['api']);
  const { code } = await run([process.execPath, 'apps/api/dist/take-over.js', ...args]);
  return code;
}
