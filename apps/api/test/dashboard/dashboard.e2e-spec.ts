import { simulatedKey } from '@gemini-balance/gemini-simulator';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { describeInChromium, STEP_MS } from '../support/browser/chromium';
import { noteComplaints } from '../support/browser/complaints';
import { ADMIN_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig } from '../support/rigs/gateway-rig';

const GOOD = simulatedKey('good');
const LEAKED = simulatedKey('leaked');
const SPARE = [1, 2, 3].map((n) => simulatedKey(`spare-${n}`));
/** What people paste: notes, a list, a key twice and one that was cut. */
const PASTED = `My keys (do not share!)
1. "${GOOD}", since March
API_KEYS=["${LEAKED}", "${GOOD}"]
and this one: AQ.Cut_off_in_the_mail`;

describeInChromium('the dashboard', (browser) => {
  let rig: GatewayRig;
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    rig = await GatewayRig.start({
      simulator: { keys: [GOOD, { key: LEAKED, health: 'leaked' }, ...SPARE], models: undefined },
    });
  });

  afterAll(() => rig?.close());

  beforeEach(async () => {
    context = await browser().newContext({ baseURL: rig.gateway.url, locale: 'en-US', colorScheme: 'light' });
    page = await context.newPage();
    page.setDefaultTimeout(STEP_MS);
    noteComplaints(page, complaints);
  });

  afterEach(() => context.close());

  async function openSignedIn(path: string): Promise<void> {
    await context.request.post('/api/auth/login', { data: { token: ADMIN_TOKEN } });
    await page.goto(path);
  }

  /** Adds what is not there yet, and opens the page. */
  async function openWithKeys(path: string, keys: string[]): Promise<void> {
    await openSignedIn('/login');
    await context.request.post('/api/keys/import', { data: { text: keys.join('\n') } });
    await page.goto(path);
  }

  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const rowOf = (key: string): Locator => page.getByRole('row').filter({ hasText: key.slice(-4) });

  async function choose(key: string, action: string): Promise<void> {
    await rowOf(key).getByRole('button', { name: 'Actions for' }).click();
    await page.getByRole('menuitem', { name: action }).click();
  }

  const callGateway = (): Promise<number> => rig.statusOf('gemini-3.8-flash');

  it('asks for the token, refuses a wrong one, and leads to where one was going', async () => {
    await page.goto('/keys?state=ready');
    const token = page.getByLabel('Administrator token');
    await token.fill('wrong');
    await button('Sign in').click();
    await page.getByText('This is not the administrator token.').waitFor();

    await token.fill(ADMIN_TOKEN);
    await button('Sign in').click();
    await page.getByRole('heading', { name: 'Keys' }).waitFor();
    await page.waitForURL('/keys?state=ready');
  });

  it('finds the keys in a pasted text, and those it adds work at once', async () => {
    await openSignedIn('/keys');
    await page.getByText('No keys yet').waitFor();
    expect(await callGateway()).toBe(503);

    await button('Add keys').first().click();
    await page.getByLabel('Text with keys').fill(PASTED);
    await button('Preview').click();
    const found = page.getByRole('region', { name: 'Found keys' });
    await found.getByText('New').nth(1).waitFor();
    expect(await found.getByText('New').count()).toBe(2);
    expect(await found.getByText('Duplicate').count()).toBe(1);
    expect(await found.getByText('Malformed').count()).toBe(1);

    await button('Add 2 keys').click();
    await rowOf(GOOD).getByText('Ready').waitFor();
    expect(await callGateway()).toBe(200);
  });

  it('shows what becomes of a key while one looks on', async () => {
    await openWithKeys('/keys', [GOOD, LEAKED]);
    await rowOf(LEAKED).waitFor();
    expect(await callGateway()).toBe(200);
    expect(await callGateway()).toBe(200);
    await rowOf(LEAKED).getByText('Reported as leaked').waitFor();
    await page.getByRole('link', { name: 'Invalid 1' }).click();
    await rowOf(GOOD).waitFor({ state: 'detached' });
    await rowOf(LEAKED).waitFor();
  });

  it('shows no secret', async () => {
    await openWithKeys('/keys', [GOOD]);
    await rowOf(GOOD).waitFor();
    const shown = await page.content();
    expect(shown).toContain(GOOD.slice(-4));
    expect(shown).not.toContain(GOOD);
  });

  it('disables and enables a key', async () => {
    await openWithKeys('/keys', [GOOD]);
    await choose(GOOD, 'Disable');
    await rowOf(GOOD).getByText('Disabled').waitFor();
    expect(await callGateway()).toBe(503);
    await choose(GOOD, 'Enable');
    await rowOf(GOOD).getByText('Ready').waitFor();
    expect(await callGateway()).toBe(200);
  });

  it('keeps what an administrator says about a key', async () => {
    await openWithKeys('/keys', [GOOD, LEAKED]);
    await choose(GOOD, 'Edit');
    await page.getByLabel('Note').fill('The good one');
    await page.getByLabel('Weight').fill('3');
    await button('Save').click();
    await rowOf(GOOD).getByText('The good one').waitFor();
    await page.getByRole('searchbox', { name: 'Search' }).fill('good one');
    await rowOf(LEAKED).waitFor({ state: 'detached' });
    await rowOf(GOOD).waitFor();
  });

  it('deletes the selected keys, and names them before', async () => {
    await openWithKeys('/keys', [GOOD, ...SPARE]);
    for (const key of SPARE) await rowOf(key).getByRole('checkbox').click();
    await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Delete' }).click();
    const question = page.getByRole('alertdialog', { name: 'Delete 3 keys?' });
    for (const key of SPARE) await question.getByText(key.slice(-4)).waitFor();
    await question.getByRole('button', { name: 'Delete 3 keys' }).click();
    await question.waitFor({ state: 'detached' });
    for (const key of SPARE) await rowOf(key).waitFor({ state: 'detached' });
    await rowOf(GOOD).waitFor();
  });

  it('tells on the overview how the keys and the calls are doing', async () => {
    await openWithKeys('/', [GOOD]);
    expect(await callGateway()).toBe(200);
    await page.getByRole('link', { name: /^Ready [1-9]/ }).waitFor();
    const hour = page.getByRole('row', { name: 'Last hour' }).getByRole('cell');
    await hour
      .first()
      .filter({ hasText: /^[1-9]/ })
      .waitFor();
  });

  it('speaks the language of the browser or the chosen one, and remembers it', async () => {
    await openSignedIn('/keys');
    await button('Language').click();
    await page.getByRole('menuitemradio', { name: '简体中文' }).click();
    await page.getByRole('heading', { name: '密钥' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '密钥' }).waitFor();
    await page.locator('html[lang=zh-CN]').waitFor();

    const chinese = await browser().newContext({ baseURL: rig.gateway.url, locale: 'zh-CN' });
    const login = await chinese.newPage();
    await login.goto('/');
    await login.getByRole('heading', { name: '登录' }).waitFor();
    await chinese.close();
  });

  it('is light or dark as the system or the administrator wants, and remembers it', async () => {
    const light = page.locator('html:not(.dark)');
    const dark = page.locator('html.dark');
    await openSignedIn('/');
    await light.waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    await dark.waitFor();

    await button('Theme').click();
    await page.getByRole('menuitemradio', { name: 'Light' }).click();
    await light.waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    expect(await dark.count()).toBe(0);
  });

  it('leads the addresses of gemini-balance to their pages', async () => {
    await openSignedIn('/keys_status');
    await page.getByRole('heading', { name: 'Keys' }).waitFor();
    await page.waitForURL('/keys');
  });

  it('fits a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await openWithKeys('/keys', [GOOD]);
    await page.getByRole('listitem').getByRole('button', { name: 'Actions for' }).first().waitFor();
    const tooWide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    expect(tooWide).toBeLessThanOrEqual(0);
    await button('Open the menu').click();
    await page.getByRole('dialog').getByRole('link', { name: 'Overview' }).click();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
  });

  it('signs out, and lets nobody back in without the token', async () => {
    await openSignedIn('/');
    const cookies = await context.cookies();
    await button('Sign out').click();
    await page.getByLabel('Administrator token').waitFor();
    await context.addCookies(cookies);
    expect((await context.request.get('/api/keys')).status()).toBe(401);
  });

  it('keeps to its own content security policy and throws no errors', () => {
    expect(complaints).toEqual([]);
  });
});
