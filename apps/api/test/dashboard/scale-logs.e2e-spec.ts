import type { Locator, Page, Response } from 'playwright-core';
import { describeInChromium } from '../support/browser/chromium';
import { signedIn } from '../support/browser/signed-in';
import { discard, type GatewayProcess, startGateway } from '../support/processes/gateway-process';
import { storedRows } from '../support/stored-rows';

const ROWS = 200_000;
const PER_PAGE = 100;
const PAGES = 12;
/** A screen of 800 px shows thirteen; some more wait above and below. */
const MOST_DRAWN = 60;
/** The first page, those on the screen, and the last. */
const MOST_WATCHED = 4;

const TO_THE_END = `(() => {
  const scroller = document.querySelector('[role=table]').parentElement;
  scroller.scrollTop = scroller.scrollHeight;
})()`;
/** Counts rows that are drawn or taken away from then on, but for the first: it is there for the keyboard, and changes. */
const WATCH_ROWS = `(() => {
  window.redrawn = 0;
  const rows = document.querySelector('[role=table]');
  new MutationObserver((changes) => {
    for (const { addedNodes, removedNodes } of changes)
      window.redrawn += [...addedNodes, ...removedNodes].filter((node) => node.dataset?.row > 0).length;
  }).observe(rows, { childList: true, subtree: true });
})()`;

/** Stores requests one second apart, the last of them at `lastMs`. */
const FILL = `
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
  INSERT INTO request_logs (requestId, startedAtMs, tokenId, protocol, route, method, model, status, isStream, attempts, latencyMs, isFailure)
  SELECT 'req-' || ? || i, ? - (? - i) * 1000, 0, 'openai-chat', '/v1/chat/completions', 'POST', 'gemini-' || (i % 7),
    CASE WHEN i % 10 = 0 THEN 503 ELSE 200 END, 0, 1, i % 900, i % 10 = 0 FROM n`;

describeInChromium('two hundred thousand requests in a browser', (browser) => {
  let gateway: GatewayProcess;
  let page: Page;
  const lastMs = Date.now() - 3_600_000;

  const fill = (count: number, prefix: string, untilMs: number): Promise<unknown> =>
    storedRows(gateway.dataDir, FILL, [count, prefix, untilMs, count]);

  beforeAll(async () => {
    gateway = await startGateway({ BASE_URL: 'http://127.0.0.1:9/v1beta' });
    await gateway.stop();
    await fill(ROWS, 'old-', lastMs);
    gateway = await gateway.restart();
    page = await (await signedIn(browser(), gateway)).newPage();
  }, 300_000);

  afterAll(() => discard(gateway));

  const isPage = (url: string): boolean => url.includes('/api/logs/requests?');
  const drawn = (): Promise<number> => page.locator('[data-row]').count();
  const row = (index: number): Locator => page.locator(`[data-row="${index}"]`);

  it('draws those on the screen, however far one scrolls', async () => {
    await page.goto('/logs?tab=requests');
    for (let loaded = 1; loaded <= PAGES; loaded += 1) {
      await page.locator(`[role=table][aria-rowcount="${loaded * PER_PAGE + 1}"]`).waitFor();
      await page.evaluate<unknown>(TO_THE_END);
    }
    await page.locator(`[role=table][aria-rowcount="${(PAGES + 1) * PER_PAGE + 1}"]`).waitFor();
    await row(PAGES * PER_PAGE - 1).waitFor();
    expect(await drawn()).toBeLessThan(MOST_DRAWN);
  });

  it('keeps what is on the screen where it is while newer requests come, and fetches no more than that', async () => {
    const index = PAGES * PER_PAGE - 1;
    const before = await row(index).innerText();
    await page.evaluate<unknown>(WATCH_ROWS);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (isPage(request.url())) asked.push(request.url());
    });
    await fill(3, 'new-', lastMs + 60_000);
    const isNews = async (response: Response): Promise<boolean> =>
      isPage(response.url()) && (await response.text()).includes('req-new-3');
    await page.waitForResponse(isNews);
    asked.length = 0;
    // When the next round has come, what the first one brought is drawn.
    await page.waitForResponse(isNews);
    expect(await row(index).innerText()).toBe(before);
    expect(await page.evaluate<number>('window.redrawn')).toBe(0);
    expect(asked.length).toBeLessThanOrEqual(2 * MOST_WATCHED);
  });

  it('finds the failed ones of one model among them', async () => {
    await page.goto('/logs?tab=requests&isFailure=true&model=gemini-3');
    await row(0).getByText('gemini-3').waitFor();
    await row(0).getByText('503').waitFor();
    expect(await drawn()).toBeLessThan(MOST_DRAWN);
  });
});
