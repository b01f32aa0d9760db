import { simulatedKey } from '@gemini-balance/gemini-simulator';
import type { Page } from 'playwright-core';
import { describeInChromium } from '../support/browser/chromium';
import { signedIn } from '../support/browser/signed-in';
import { GatewayRig } from '../support/rigs/gateway-rig';

const KEY = simulatedKey('good');

describeInChromium('tokens and settings in the dashboard', (browser) => {
  let rig: GatewayRig;
  let page: Page;

  beforeAll(async () => {
    rig = await GatewayRig.startWithKeys([KEY]);
    const context = await signedIn(browser(), rig.gateway);
    page = await context.newPage();
  });

  afterAll(() => rig?.close());

  const callWith = (token: string): Promise<number> => rig.statusOf('gemini-3.8-flash', token);

  it('makes a token with a limit, which its client hits', async () => {
    await page.goto('/tokens');
    await page.getByRole('button', { name: 'New token' }).first().click();
    await page.getByLabel('Name').fill('phone');
    await page.getByLabel('Requests per day').fill('1');
    await page.getByRole('button', { name: 'Make the token' }).click();
    const secret = await page.getByRole('dialog').locator('code').innerText();
    expect(await callWith(secret)).toBe(200);
    expect(await callWith(secret)).toBe(429);
    await page.getByRole('button', { name: 'Close' }).first().click();
    await page.getByRole('row').filter({ hasText: 'phone' }).getByText('1 / 1').waitFor();
  });

  it('saves a setting, and offers the way back', async () => {
    await page.goto('/config?search=MAX_FAILURES');
    await page.getByLabel('Failures until a key is set aside').fill('7');
    await page.getByText('1 unsaved change').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Back to the default' }).waitFor();
    await page.reload();
    await page.getByLabel('Failures until a key is set aside').and(page.locator('[value="7"]')).waitFor();
  });

  it('finds the request that failed, with its details', async () => {
    await page.goto('/error_logs?tab=requests&isFailure=true');
    await page.getByRole('row').filter({ hasText: '429' }).first().click();
    await page.getByRole('dialog', { name: 'Request' }).getByText('429').first().waitFor();
  });
});
