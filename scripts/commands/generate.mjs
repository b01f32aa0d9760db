import { build } from '../build.mjs';
import { run } from '../processes.mjs';

export async function generate() {
  await build(['api']);
  const { code } = await run([process.execPath, 'apps/api/dist/generate.js']);
  return code;
}
