import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const RESULTS = join(__dirname, '../../../../../.test-results');

/**
 * Declares tests that need a program. Where it is not installed they are named in the summary of the test run, which CI takes
 * for a failure.
 */
export function describeWhereInstalled(
  program: { readonly name: string; readonly isInstalled: boolean },
  name: string,
  tests: () => void,
): void {
  if (program.isInstalled) {
    describe(name, tests);
    return;
  }
  it(`${name}: not run here, ${program.name} is missing`, () => {
    mkdirSync(RESULTS, { recursive: true });
    const report = JSON.stringify({ missing: [program.name] });
    writeFileSync(join(RESULTS, `missing-${program.name.toLowerCase()}.json`), `${report}\n`);
    console.info(`${name}: not run here, ${program.name} is missing.`);
  });
}
