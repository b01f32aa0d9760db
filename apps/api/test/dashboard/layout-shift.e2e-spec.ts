import type { Page } from 'playwright-core';
import { describeInChromium } from '../support/browser/chromium';
import { signedIn } from '../support/browser/signed-in';
import { type LivelyGateway, startLivelyGateway } from '../support/rigs/lively-gateway';

/** What browsers call good. */
const MOST_SHIFT = 0.1;
/** A poor mobile network: each answer shows by itself. */
const SLOW = { offline: false, latency: 250, downloadThroughput: 200_000, uploadThroughput: 100_000 };
/** Parts of pages that have an address of their own. */
const PARTS = ['/logs?tab=requests', '/logs?tab=live', '/logs?tab=files', '/config?group=images'];
const WALK_TIMEOUT_MS = 300_000;

/** Adds up how far things move that the reader did not move, and which did. */
const WATCH = `
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      if (hadRecentInput) continue;
      const moved = sources.map(({ node }) => node?.outerHTML?.slice(0, 120) ?? String(node?.textContent).slice(0, 40));
      window.shifts.push({ value, moved });
    }
  }).observe({ type: 'layout-shift', buffered: true });`;

interface Shift {
  value: number;
  moved: string[];
}

describeInChromium('a page of the dashboard on a slow network', (browser) => {
  let lively: LivelyGateway;

  beforeAll(async () => {
    lively = await startLivelyGateway();
    await lively.enliven();
  }, WALK_TIMEOUT_MS);

  afterAll(() => lively?.close());

  async function open(viewport: { width: number; height: number }): Promise<Page> {
    const context = await signedIn(browser(), lively.gateway, { viewport, serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.addInitScript(WATCH);
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    await network.send('Network.emulateNetworkConditions', SLOW);
    return page;
  }

  async function settle(page: Page, path: string): Promise<void> {
    await page.goto(path);
    await page.locator('h1').first().waitFor();
    await page.getByRole('status', { name: 'Loading' }).first().waitFor({ state: 'detached' });
    await page.waitForLoadState('networkidle');
  }

  it.each([
    ['a laptop', { width: 1280, height: 800 }],
    ['a phone', { width: 360, height: 740 }],
  ])(
    'keeps everything where it was while it loads, on %s',
    async (_, viewport) => {
      const page = await open(viewport);
      await settle(page, '/');
      const links = page.getByRole('navigation', { includeHidden: true }).first().getByRole('link', {
        includeHidden: true,
      });
      const paths = await links.evaluateAll((shown) =>
        shown.map((link) => String(link.getAttribute('href'))),
      );
      expect(paths.length).toBeGreaterThan(5);
      const jumpy: Record<string, { sum: number; shifts: Shift[] }> = {};
      for (const path of [...paths, ...PARTS]) {
        await settle(page, path);
        const shifts = await page.evaluate<Shift[]>('window.shifts');
        const sum = shifts.reduce((total, { value }) => total + value, 0);
        if (sum >= MOST_SHIFT) jumpy[path] = { sum, shifts };
      }
      expect(jumpy).toEqual({});
    },
    WALK_TIMEOUT_MS,
  );
});
