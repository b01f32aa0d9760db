import { simulatedKey } from '@gemini-balance/gemini-simulator';
import type { Page } from 'playwright-core';
import { describeInChromium } from '../support/browser/chromium';
import { signedIn } from '../support/browser/signed-in';
import { discard, type GatewayProcess, startGateway } from '../support/processes/gateway-process';

const KEYS = 100_000;
const PER_IMPORT = 20_000;
/** A screen of 800 px shows thirteen; some more wait above and below. */
const MOST_DRAWN = 60;
const PAGES = 12;

const TO_THE_END = `(() => {
  const scroller = document.querySelector('[role=table]').parentElement;
  scroller.scrollTop = scroller.scrollHeight;
})()`;

describeInChromium('a hundred thousand keys in a browser', (browser) => {
  let gateway: GatewayProcess;
  let page: Page;

  beforeAll(async () => {
    gateway = await startGateway({ API_KEYS: '', BASE_URL: 'http://127.0.0.1:9/v1beta' });
    const context = await signedIn(browser(), gateway);
    for (let first = 0; first < KEYS; first += PER_IMPORT) {
      const keys = Array.from({ length: PER_IMPORT }, (_, n) => simulatedKey(`k${first + n}`));
      await context.request.post('/api/keys/import', { data: { text: keys.join('\n') }, timeout: 120_000 });
    }
    page = await context.newPage();
  }, 300_000);

  afterAll(() => discard(gateway));

  const drawn = (): Promise<number> => page.locator('[data-row]').count();

  it('draws those on the screen, however far one scrolls', async () => {
    await page.goto('/keys');
    await page.getByRole('link', { name: `All ${KEYS.toLocaleString('en-US')}` }).waitFor();
    for (let loaded = 1; loaded <= PAGES; loaded += 1) {
      await page.locator(`[role=table][aria-rowcount="${loaded * 100 + 1}"]`).waitFor();
      await page.evaluate<unknown>(TO_THE_END);
    }
    await page.locator(`[data-row="${PAGES * 100 - 1}"]`).waitFor();
    expect(await drawn()).toBeLessThan(MOST_DRAWN);
  });

  it('sorts all of them', async () => {
    await page.getByRole('columnheader', { name: 'Last used' }).getByRole('button').click();
    await page.locator('[aria-sort=descending]').filter({ hasText: 'Last used' }).waitFor();
    await page.locator('[data-row="0"]').waitFor();
    expect(await drawn()).toBeLessThan(MOST_DRAWN);
  });

  it('finds one among them', async () => {
    const wanted = simulatedKey('k77777');
    await page.getByRole('searchbox', { name: 'Search' }).fill(wanted.slice(-8));
    await page.locator('[role=table][aria-rowcount="2"]').waitFor();
    await page.locator('[data-row="0"]').getByText(wanted.slice(-4)).waitFor();
  });
});
