import { simulatedKey } from '@gemini-balance/gemini-simulator';
import type { Page } from 'playwright-core';
import { seriousFaults } from '../support/browser/axe';
import { describeInChromium } from '../support/browser/chromium';
import { signedIn } from '../support/browser/signed-in';
import { GatewayRig } from '../support/rigs/gateway-rig';

const KEYS = [simulatedKey('one'), simulatedKey('two')];
const CHAT = 'gemini-2.5-flash';
const HIDDEN = 'gemini-2.5-pro';

describeInChromium('models in the dashboard', (browser) => {
  let rig: GatewayRig;
  let page: Page;

  beforeAll(async () => {
    rig = await GatewayRig.start({
      env: { SEARCH_MODELS: CHAT, FILTERED_MODELS: HIDDEN },
      simulator: { keys: KEYS, models: undefined },
    });
    const context = await signedIn(browser(), rig.gateway);
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: rig.gateway.url });
    page = await context.newPage();
  });

  afterAll(() => rig?.close());

  const row = (text: string) => page.getByRole('row').filter({ has: page.getByText(text, { exact: true }) });

  async function addKeys(): Promise<void> {
    const added = await page.request.post('/api/keys/import', {
      data: { text: KEYS.join('\n') },
      headers: { 'X-Requested-With': 'dashboard' },
    });
    expect(added.status()).toBe(200);
  }

  it('leads to adding keys, and has a list once there are some', async () => {
    await page.goto('/models');
    await page.getByText('No keys yet').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Add keys' }).click();
    await page.waitForURL('**/keys');
    await addKeys();
    await page.getByRole('link', { name: 'Models', exact: true }).click();
    await row(CHAT).getByText('2 of 2').waitFor();
  });

  it('finds a hidden model, and leads to the setting that hides it', async () => {
    await page.goto('/models');
    await page.getByLabel('Offered or hidden').selectOption('hidden');
    await page.waitForURL('**/models?shown=hidden');
    await row(HIDDEN).getByText('Hidden', { exact: true }).waitFor();
    await row(CHAT).waitFor({ state: 'detached' });
    await row(HIDDEN).click();
    await page
      .getByRole('dialog', { name: HIDDEN })
      .getByRole('link', { name: 'FILTERED_MODELS' })
      .first()
      .click();
    await page.waitForURL('**/config?search=FILTERED_MODELS');
  });

  it('shows a key go to rest for a model, and leads to that key', async () => {
    rig.simulator.addFault({
      when: { model: CHAT },
      times: 1,
      do: { kind: 'error', fixture: '429-per-day' },
    });
    await page.goto(`/models?search=${CHAT}-search`);
    await row(CHAT).getByText('2 of 2').waitFor();
    await rig.statusOf(CHAT);
    await row(CHAT).getByText('1 of 2').waitFor();
    await row(CHAT).click();
    const sheet = page.getByRole('dialog', { name: CHAT });
    await sheet.getByText(`${CHAT}-search`).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await sheet.getByRole('link', { name: '1 rests for just this model' }).click();
    await page.waitForURL('**/keys?kind=gemini&model=*');
    await page.getByText('1 model rests').waitFor();
  });

  it('copies a name', async () => {
    await page.goto(`/models?open=${CHAT}`);
    await page.getByRole('button', { name: `Copy ${CHAT}-search` }).click();
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`${CHAT}-search`);
  });

  it('fetches the list, and tells when it could not be', async () => {
    await page.goto('/models');
    await row(CHAT).waitFor();
    await page.getByRole('button', { name: 'Fetch the list now' }).click();
    await page.getByText(/Upstream lists \d+ models/).waitFor();
    const mend = rig.simulator.addFault({
      when: { method: 'GET' },
      do: { kind: 'error', fixture: '500-internal' },
    });
    await page.getByRole('button', { name: 'Fetch the list now' }).click();
    await page.getByText('The list could not be renewed').waitFor();
    mend();
    await page.getByRole('button', { name: 'Fetch the list now' }).click();
    await page.getByText('The list could not be renewed').waitFor({ state: 'detached' });
  });

  it('offers models for a setting, by keyboard, and saves the one that is chosen', async () => {
    await page.goto('/config?search=TTS_MODEL');
    const field = page.getByRole('combobox', { name: 'Speech model' });
    await field.fill('lite-tts');
    const options = page.getByRole('listbox', { name: 'Models' }).getByRole('option');
    await options.filter({ hasText: 'gemini-3.8-flash-lite-tts' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await field.press('ArrowDown');
    await field.press('Enter');
    await page.getByText('1 unsaved change').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Back to the default' }).waitFor();
    await page.reload();
    await page.locator('input[value="gemini-3.8-flash-lite-tts"]').waitFor();
  });

  it('offers models for a token within its dialog, which Escape leaves open', async () => {
    await page.goto('/tokens');
    await page.getByRole('button', { name: 'New token' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'New token' });
    await dialog.getByLabel('Name').fill('phone');
    const field = dialog.getByRole('combobox');
    await field.fill(`${CHAT}-se`);
    await dialog.getByRole('option', { name: `${CHAT}-search` }).click();
    await field.fill('gemini-3*');
    await field.press('Enter');
    await field.press('ArrowDown');
    await dialog.getByRole('option').first().waitFor();
    await field.press('Escape');
    await dialog.getByRole('option').first().waitFor({ state: 'detached' });
    await dialog.getByRole('button', { name: 'Make the token' }).click();
    const issued = page.getByRole('dialog', { name: /phone/ });
    await issued.getByRole('button', { name: 'Close' }).first().click();
    await issued.waitFor({ state: 'detached' });
    await row('phone').getByText(`${CHAT}-search, gemini-3*`).waitFor();
  });
});
