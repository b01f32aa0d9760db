import { simulatedKey } from '@gemini-balance/gemini-simulator';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { describeInChromium } from '../support/browser/chromium';
import { signedIn } from '../support/browser/signed-in';
import { GatewayRig } from '../support/rigs/gateway-rig';

const MODEL = 'gemini-3.8-flash';
const GOOD = Array.from({ length: 150 }, (_, n) => simulatedKey(`good-${n}`));
const LEAKED = [1, 2].map((n) => simulatedKey(`leaked-${n}`));

describeInChromium('the keys and the overview in a browser', (browser) => {
  let rig: GatewayRig;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    rig = await GatewayRig.start({
      simulator: {
        keys: [...GOOD, ...LEAKED.map((key) => ({ key, health: 'leaked' as const }))],
        models: undefined,
      },
    });
  });

  afterAll(() => rig?.close());

  beforeEach(async () => {
    context = await signedIn(browser(), rig.gateway, { colorScheme: 'light' });
    page = await context.newPage();
  });

  afterEach(() => context.close());

  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const rowOf = (key: string): Locator => page.getByRole('row').filter({ hasText: key.slice(-4) });
  const progress = (): Locator => page.getByRole('dialog', { name: 'Verify keys' });

  const callGateway = (): Promise<number> => rig.statusOf(MODEL);

  it('verifies pasted keys before it uses them, and keeps none that is refused', async () => {
    await page.goto('/keys');
    await button('Add keys').first().click();
    await page.getByLabel('Text with keys').fill([GOOD[0], LEAKED[0]].join('\n'));
    await page.getByLabel('Group').fill('first');
    await page.getByRole('checkbox', { name: 'Verify them first' }).click();
    await button('Preview').click();
    await button('Add 2 keys').click();
    const shown = page.getByRole('dialog', { name: 'Verify new keys' });
    await shown.getByText('Done').waitFor();
    await shown.getByRole('button', { name: /Reported as leaked/ }).waitFor();
    await shown.getByRole('button', { name: 'Close' }).last().click();
    await rowOf(GOOD[0]!).getByText('Ready').waitFor();
    await rowOf(LEAKED[0]!).waitFor({ state: 'detached' });
  });

  it('verifies all that match as one job, which a reload does not lose', async () => {
    await context.request.post('/api/keys/import', { data: { text: [...GOOD, ...LEAKED].join('\n') } });
    await page.goto('/keys');
    await page.getByRole('checkbox', { name: 'Select all that are loaded' }).click();
    await button(/^Select all \d+ that match$/).click();
    await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Verify' }).click();
    await progress().waitFor();
    await page.reload();
    await progress().getByText('Done').waitFor();
    await progress().getByText('152 of 152').waitFor();
    await progress()
      .getByRole('button', { name: /Reported as leaked/ })
      .click();
    for (const key of LEAKED) await progress().getByText(key.slice(-4)).first().waitFor();
  });

  it('opens a key by the keyboard, and shows its secret only when asked', async () => {
    await page.goto('/keys');
    await page.getByRole('row').nth(1).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: 'Key' });
    await sheet.getByText('By model, last 24 hours').waitFor();
    const secrets = [...GOOD, ...LEAKED];
    const before = await page.content();
    expect(secrets.filter((secret) => before.includes(secret))).toEqual([]);
    await sheet.getByRole('button', { name: 'Show' }).click();
    await sheet.getByRole('button', { name: 'Hide' }).waitFor();
    const after = await page.content();
    expect(secrets.filter((secret) => after.includes(secret))).toHaveLength(1);
  });

  it('sorts at the gateway, and keeps the order in the address', async () => {
    expect(await callGateway()).toBe(200);
    await page.goto('/keys');
    await page.getByRole('columnheader', { name: 'Last used' }).getByRole('button').click();
    await page
      .getByRole('row')
      .nth(1)
      .getByText(/ago|now/)
      .waitFor();
    await page.waitForURL(/sort=lastUsed&order=desc$/);
    await page.locator('[aria-sort=descending]').filter({ hasText: 'Last used' }).waitFor();
  });

  it('says that the gateway is away while what is on the screen grows old', async () => {
    await page.goto('/keys');
    await page.getByRole('row').nth(1).waitFor();
    await context.setOffline(true);
    await page.getByText(/The gateway does not answer/).waitFor();
    await page.getByRole('row').nth(1).waitFor();
    await context.setOffline(false);
    await page.getByText(/The gateway does not answer/).waitFor({ state: 'detached' });
  });

  it('shows the trend as a chart and as numbers, and what needs attention', async () => {
    expect(await callGateway()).toBe(200);
    await page.goto('/?range=1h');
    await page.locator('.recharts-bar-rectangle path').first().waitFor();
    await button('Show the numbers').click();
    const numbers = page.getByRole('region', { name: 'Requests' });
    await numbers.getByRole('row').nth(59).waitFor();
    await page.waitForURL(/range=1h&view=table$/);
    await page
      .getByRole('row', { name: new RegExp(MODEL) })
      .first()
      .waitFor();
    await page.getByRole('radio', { name: '7 d' }).click();
    await page.getByRole('heading', { name: 'By model · 7 d' }).waitFor();
  });
});
