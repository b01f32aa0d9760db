import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { describeWhereInstalled } from '../processes/describe-where-installed';

/** Where systems put it; `CHROMIUM` names another place. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** How long a page may take to show what is awaited, on a machine with other work. */
export const STEP_MS = 30_000;

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
 * Declares tests that need a browser, which runs until the last of them has ended.
 * @param tests is given the way to it
 */
export function describeInChromium(name: string, tests: (browser: () => Browser) => void): void {
  const executablePath = [process.env.CHROMIUM ?? '', ...PLACES].find((place) => existsSync(place));
  const program = { name: 'Chromium', isInstalled: executablePath !== undefined };
  describeWhereInstalled(program, name, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: FLAGS });
    });
    afterAll(() => browser?.close());
    tests(() => browser!);
  });
}
