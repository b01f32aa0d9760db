import { build } from '../build.mjs';
import { run } from '../processes.mjs';

export async function bench(scenarios) {
  await build();
  const { code } = await run([process.execPath, 'bench/run.mjs', ...scenarios]);
  return code;
}
