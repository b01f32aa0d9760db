// Installs and builds; what has not changed is taken from turbo's cache.
import { install } from './install.mjs';
import { runStep } from './processes.mjs';

/** Ends the process when the build fails. `packages` limits it to these and what they depend on. */
export async function build(packages = []) {
  await install();
  const filters = packages.map((name) => `--filter=@gemini-balance/${name}`);
  const turbo = ['turbo', 'run', 'build', '--output-logs=errors-only', ...filters];
  const { code, output } = await runStep('Building', turbo);
  if (code === 0) return;
  console.error(output.trimEnd());
  console.error('The build failed.');
  process.exit(code);
}
