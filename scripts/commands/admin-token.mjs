import { build } from '../build.mjs';
import { run } from '../processes.mjs';

export async function adminToken(args) {
  await build(['api']);
  const { code } = await run([process.execPath, 'apps/api/dist/admin-token.js', ...args]);
  return code;
}
