import type { BrowserContext, Locator, Page } from 'playwright-core';
import { seriousFaults } from '../support/browser/axe';
import { describeInChromium } from '../support/browser/chromium';
import { rawTexts } from '../support/browser/raw-texts';
import { signedIn } from '../support/browser/signed-in';
import { type LivelyGateway, startLivelyGateway } from '../support/rigs/lively-gateway';

/** Answers in place of the gateway's, to the playground too; undefined leaves them alone. The session is always told. */
type Answers = 'held back' | 500 | undefined;

/** Parts of pages that have an address of their own. */
const PARTS = [
  '/?view=table',
  '/keys?key=1',
  '/keys?search=nobody',
  '/logs?tab=requests',
  '/logs?tab=live',
  '/logs?tab=files',
  '/nowhere',
];
/** Waits for nothing before it is asked something. */
const PLAYGROUND = '/playground';
/** A walk over all pages takes a minute on a machine that is busy with something else. */
const WALK_TIMEOUT_MS = 240_000;
/** How many pages are open at a time. */
const AT_ONCE = 3;

describeInChromium('every page of the dashboard', (browser) => {
  let lively: LivelyGateway;
  let paths: string[];
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    lively = await startLivelyGateway();
    const page = await (await openWindows('en-US')).newPage();
    await page.goto('/');
    const links = page.getByRole('navigation').getByRole('link');
    await links.first().waitFor();
    // The navigation shows the table that the router is made of.
    paths = await links.evaluateAll((shown) => shown.map((link) => String(link.getAttribute('href'))));
  });

  afterAll(() => lively?.close());

  afterEach(() => Promise.all(contexts.splice(0).map((context) => context.close())));

  async function openWindows(locale: string): Promise<BrowserContext> {
    const context = await signedIn(browser(), lively.gateway, {
      locale,
      colorScheme: 'light',
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    });
    contexts.push(context);
    return context;
  }

  async function answerWith(context: BrowserContext, answers: Answers): Promise<void> {
    if (answers === undefined) return;
    await context.route(/\/(api\/(?!auth\/session)|v1\/|v1beta\/)/, (route) => {
      if (answers === 'held back') return;
      return route.fulfill({
        status: answers,
        json: { error: { code: 'internal_error', message: 'Failed.' } },
      });
    });
  }

  /** Opens each path, waits until it shows what it is to show, and gathers what is found there. */
  async function walk(
    context: BrowserContext,
    walked: readonly string[],
    shown: (page: Page, path: string) => Promise<void>,
    look: (page: Page) => Promise<string[]>,
  ): Promise<string[]> {
    const rest = [...walked];
    const found: string[] = [];
    const walkOn = async (): Promise<void> => {
      const page = await context.newPage();
      for (let path = rest.shift(); path !== undefined; path = rest.shift()) {
        await page.emulateMedia({ colorScheme: 'light' });
        await page.goto(path);
        await shown(page, path);
        found.push(...(await look(page)).map((finding) => `${path}: ${finding}`));
      }
      await page.close();
    };
    await Promise.all(Array.from({ length: AT_ONCE }, walkOn));
    return found;
  }

  /** All rules in the light theme; in the dark one those that colours decide. */
  async function faultsInBothThemes(page: Page): Promise<string[]> {
    const light = await seriousFaults(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('html.dark').waitFor();
    return [...light, ...(await seriousFaults(page, ['color-contrast']))];
  }

  async function ask(page: Page): Promise<void> {
    await page.getByRole('combobox', { name: 'Model' }).fill('gemini-pro');
    await page.getByLabel('Your message').fill('Who are you?');
    await page.getByRole('button', { name: 'Send' }).click();
  }

  const skeleton = (page: Page): Locator =>
    page.getByRole('status', { name: /^(Loading|正在加载)$/ }).first();
  const settled = async (page: Page): Promise<void> => {
    await page.locator('footer').waitFor({ state: 'attached' });
    await page.locator('h1, [role=dialog], main p').first().waitFor();
    await skeleton(page).waitFor({ state: 'detached' });
  };

  it(
    'is accessible while it loads',
    async () => {
      const context = await openWindows('en-US');
      await answerWith(context, 'held back');
      const shown = async (page: Page, path: string): Promise<void> => {
        if (path !== PLAYGROUND) return skeleton(page).waitFor();
        await ask(page);
        await page.getByRole('button', { name: 'Stop' }).waitFor();
      };
      expect(await walk(context, paths, shown, faultsInBothThemes)).toEqual([]);
    },
    WALK_TIMEOUT_MS,
  );

  it(
    'is accessible when it could not be loaded',
    async () => {
      const context = await openWindows('en-US');
      await answerWith(context, 500);
      const shown = async (page: Page, path: string): Promise<void> => {
        if (path === PLAYGROUND) await ask(page);
        await page.getByRole('alert').first().waitFor();
      };
      expect(await walk(context, paths, shown, faultsInBothThemes)).toEqual([]);
    },
    WALK_TIMEOUT_MS,
  );

  it(
    'is accessible while there is nothing to show',
    async () => {
      const context = await openWindows('en-US');
      expect(await walk(context, paths, settled, faultsInBothThemes)).toEqual([]);
    },
    WALK_TIMEOUT_MS,
  );

  it(
    'is accessible when it shows what there is, and names no text it should show',
    async () => {
      await lively.enliven();
      const context = await openWindows('en-US');
      const look = async (page: Page): Promise<string[]> => [
        ...(await rawTexts(page)),
        ...(await faultsInBothThemes(page)),
      ];
      expect(await walk(context, [...paths, ...PARTS], settled, look)).toEqual([]);
    },
    WALK_TIMEOUT_MS,
  );

  it(
    'has all its texts in Chinese too',
    async () => {
      const context = await openWindows('zh-CN');
      expect(await walk(context, [...paths, ...PARTS], settled, rawTexts)).toEqual([]);
    },
    WALK_TIMEOUT_MS,
  );

  it(
    'is accessible before one signs in',
    async () => {
      const context = await browser().newContext({ baseURL: lively.gateway.url, serviceWorkers: 'block' });
      contexts.push(context);
      const shown = (page: Page): Promise<void> => page.locator('form button').last().waitFor();
      expect(await walk(context, ['/login'], shown, faultsInBothThemes)).toEqual([]);
    },
    WALK_TIMEOUT_MS,
  );
});
