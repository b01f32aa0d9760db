import { build } from '../build.mjs';
import { run } from '../processes.mjs';

export async function smoke(args) {
  await build(['demo']);
  const { code } = await run([process.execPath, 'packages/demo/dist/smoke.js', ...args]);
  return code;
}
