import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Where systems put it; `CHROMIUM` names another place. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const RESULTS = join(__dirname, '../../../../.test-results');

/** It runs as root and without a graphics card in CI, and asks nothing of its maker's servers. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Declares tests that need a browser. Where none is installed they are named in the summary of the test run, which CI takes
 * for a failure.
 * @param tests is given the way to start the browser
 */
export function describeInChromium(name: string, tests: (launch: () => Promise<Browser>) => void): void {
  const executablePath = [process.env.CHROMIUM ?? '', ...PLACES].find((place) => existsSync(place));
  if (executablePath !== undefined) {
    describe(name, () => tests(() => chromium.launch({ executablePath, args: FLAGS })));
    return;
  }
  it(`${name}: not run here, Chromium is missing`, () => {
    mkdirSync(RESULTS, { recursive: true });
    writeFileSync(join(RESULTS, 'missing-browser.json'), '{ "missing": ["Chromium"] }\n');
    console.info(`${name}: not run here, Chromium is missing.`);
  });
}
