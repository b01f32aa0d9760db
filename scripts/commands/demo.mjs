import { build } from '../build.mjs';
import { run } from '../processes.mjs';

export async function demo(args) {
  await build(['api', 'admin', 'demo']);
  const { code } = await run([process.execPath, 'packages/demo/dist/demo.js', ...args]);
  return code;
}
