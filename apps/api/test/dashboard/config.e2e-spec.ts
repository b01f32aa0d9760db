import type { BrowserContext, Locator, Page } from 'playwright-core';
import { describeInChromium } from '../support/browser/chromium';
import { signedIn } from '../support/browser/signed-in';
import { GatewayRig } from '../support/rigs/gateway-rig';

jest.setTimeout(120_000);

describeInChromium('settings in the dashboard', (browser) => {
  let rig: GatewayRig;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    rig = await GatewayRig.start();
    context = await signedIn(browser(), rig.gateway);
  });

  afterAll(() => rig?.close());

  beforeEach(async () => {
    await rig.reset();
    await rig.admin('POST', '/api/settings/reset', { all: true });
    page = await context.newPage();
  });
  afterEach(() => page.close());

  const button = (name: string, on: Page = page): Locator => on.getByRole('button', { name, exact: true });
  /** Saves, and resolves when nothing is unsaved any more. */
  async function save(): Promise<void> {
    await button('Save').click();
    await page.getByLabel('Unsaved changes').waitFor({ state: 'detached' });
  }

  it('changes a setting that acts on the next call', async () => {
    const model = rig.freshModel();
    await rig.addKeys(1);
    await page.goto('/config?search=CUSTOM_HEADERS');
    await button('Add a row').click();
    await page.getByLabel('Name 1').fill('X-Team');
    await page.getByLabel('Value 1').fill('blue');
    await save();
    expect((await rig.generate(model)).status).toBe(200);
    expect(rig.callsFor(model)[0]!.headers).toMatchObject({ 'x-team': 'blue' });
  });

  it('says at the row what is wrong, and sends nothing until it is mended', async () => {
    await page.goto('/config?search=CORS_ALLOWED_ORIGINS');
    await button('Add a row').click();
    await page.getByLabel('Row 1', { exact: true }).fill('app.example.com');
    await page.getByText('An origin such as https://app.example.com, or *.').waitFor();
    await page.getByText('Before saving, mend CORS_ALLOWED_ORIGINS.').waitFor();
    await page.getByLabel('Row 1', { exact: true }).fill('https://app.example.com');
    await page.getByText('Before saving, mend CORS_ALLOWED_ORIGINS.').waitFor({ state: 'detached' });
    await save();
    await page.reload();
    await page
      .getByLabel('Row 1', { exact: true })
      .and(page.locator('[value="https://app.example.com"]'))
      .waitFor();
  });

  it('shows what another tab saved meanwhile, and overwrites it only when asked again', async () => {
    const other = await context.newPage();
    for (const tab of [page, other]) {
      await tab.goto('/config?search=MAX_RETRIES');
      await tab.getByLabel('Further attempts').waitFor();
    }
    await other.getByLabel('Further attempts').fill('5');
    await button('Save', other).click();
    await other.getByLabel('Unsaved changes').waitFor({ state: 'detached' });
    await page.getByLabel('Further attempts').fill('7');
    await button('Save').click();
    await page.getByText('Somebody else changed this meanwhile to: 5').waitFor();
    await page.getByText('Somebody else changed settings meanwhile.').waitFor();
    expect(await retries()).toBe(5);
    await save();
    expect(await retries()).toBe(7);
    await other.close();
  });

  it('checks a proxy before it is saved', async () => {
    await page.goto('/config?search=PROXIES');
    const proxies = page.getByRole('group', { name: 'Egress proxies' });
    await proxies.getByRole('button', { name: 'Add a row' }).click();
    await proxies.getByLabel('Row 1', { exact: true }).fill('http://127.0.0.1:9');
    await proxies.getByRole('button', { name: 'Check all' }).click();
    await proxies.getByText('ECONNREFUSED').waitFor();
  });

  it('takes a group back to what it was', async () => {
    await rig.admin('PATCH', '/api/settings', { set: { MAX_RETRIES: 5 } });
    await page.goto('/config?group=upstream');
    await button('Reset').click();
    await page.getByRole('menuitem', { name: 'Reset “Upstream and routing”' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText('MAX_RETRIES').waitFor();
    await dialog.getByRole('button', { name: 'Reset' }).click();
    await page.getByLabel('Further attempts').and(page.locator('[value="3"]')).waitFor();
    expect(await retries()).toBe(3);
  });

  async function retries(): Promise<unknown> {
    const { settings } = await rig.admin<{ settings: { name: string; value: unknown }[] }>(
      'GET',
      '/api/settings',
    );
    return settings.find(({ name }) => name === 'MAX_RETRIES')?.value;
  }
});
