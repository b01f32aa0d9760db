// Runs a script of jest in every package that has it, and sums up.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './processes.mjs';
import { readResults, summarise } from './test-summary.mjs';
import { root } from './toolchain.mjs';
import { packagesWithScript } from './workspace.mjs';

/**
 * Ends with one line, `N passed, N failed`. Where CI is set, a test that was skipped or could not run here fails the whole.
 * @param {string[]} jestArgs for jest, in each of the packages
 * @returns the exit code
 */
export async function runSuites(script, jestArgs, env = {}) {
  const results = join(root, '.test-results');
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results);

  const runs = [];
  for (const { name, directory } of packagesWithScript(script)) {
    console.log(`\n${name}`);
    const report = ['--json', `--outputFile=${join(results, `${name}.json`)}`];
    // A pattern that picks suites of one package finds none in the others.
    const selection = jestArgs.length > 0 ? ['--passWithNoTests', ...jestArgs] : [];
    const jest = ['pnpm', '--silent', 'run', script, ...report, ...selection];
    const { code } = await run(jest, { cwd: directory, env });
    runs.push({ name, code });
  }

  const { lines, isGreen } = summarise(readResults(results, runs), { isStrict: Boolean(process.env.CI) });
  console.log(`\n${lines.join('\n')}`);
  return isGreen ? 0 : 1;
}
