import type { RequestLogPageDto } from '@gemini-balance/shared';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { describeInChromium } from '../support/browser/chromium';
import { signedIn } from '../support/browser/signed-in';
import { GatewayRig } from '../support/rigs/gateway-rig';
import { storedRows } from '../support/stored-rows';
import { until } from '../support/until';

const DAY_MS = 86_400_000;

jest.setTimeout(120_000);

describeInChromium('logs in the dashboard', (browser) => {
  let rig: GatewayRig;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    rig = await GatewayRig.start({ env: { MAX_RETRIES: '1' } });
    context = await signedIn(browser(), rig.gateway, { timezoneId: 'UTC' });
  });

  afterAll(() => rig?.close());

  beforeEach(async () => {
    await rig.reset();
    page = await context.newPage();
  });
  afterEach(() => page.close());

  const sheet = (): Locator => page.getByRole('dialog', { name: 'Request' });

  /** A client's request, which the log holds when this resolves. */
  async function ask(model: string): Promise<{ id: string; status: number }> {
    const response = await rig.generate(model);
    await response.arrayBuffer();
    const id = response.headers.get('x-request-id')!;
    await until(async () => ((await logged(`requestId=${id}`)).length === 1 ? true : undefined));
    return { id, status: response.status };
  }

  async function logged(query: string): Promise<RequestLogPageDto['items']> {
    return (await rig.admin<RequestLogPageDto>('GET', `/api/logs/requests?${query}`)).items;
  }

  /** Makes a request one of days ago. */
  async function moveBack(requestId: string, days: number): Promise<void> {
    for (const table of ['request_logs', 'attempt_logs'])
      await storedRows(
        rig.gateway.dataDir,
        `UPDATE ${table} SET startedAtMs = startedAtMs - ? WHERE requestId = ?`,
        [days * DAY_MS, requestId],
      );
  }

  it('finds yesterday’s failing request and its attempts', async () => {
    await rig.addKeysOf([{ health: 'rpm_limited' }, { health: 'leaked' }]);
    const failed = await ask(rig.freshModel());
    expect(failed.status).toBeGreaterThanOrEqual(400);
    await moveBack(failed.id, 1);
    await rig.addKeys(1);
    expect((await ask(rig.freshModel())).status).toBe(200);

    await page.goto('/');
    await page.getByRole('link', { name: 'Logs' }).click();
    await page.getByRole('tab', { name: 'Requests' }).click();
    await page.getByRole('row').filter({ hasText: '200' }).first().waitFor();
    await page.getByLabel('Time range').selectOption('Yesterday');
    await page.getByLabel('Outcome').selectOption('Failed');
    await page.getByRole('row').filter({ hasText: '200' }).waitFor({ state: 'detached' });
    await page
      .getByRole('row')
      .filter({ hasText: String(failed.status) })
      .first()
      .click();
    await sheet().getByText(failed.id).waitFor();
    await sheet().getByText('Attempt 2').waitFor();
    await sheet().getByText('Reported as leaked').first().waitFor();
    await sheet().getByText('Rate limit').first().waitFor();
  });

  it('finds a request by the id that its client was told, and leads to its key', async () => {
    await rig.addKeys(1);
    const { id } = await ask(rig.freshModel());
    await page.goto('/logs');
    await page.getByLabel('Request ID').fill(id);
    await page.keyboard.press('Enter');
    const [key] = await rig.keys();
    await sheet().getByRole('link', { name: key!.maskedSecret }).first().click();
    await page.waitForURL(`**/keys?key=${key!.id}`);
    await page.getByRole('dialog').getByText(key!.maskedSecret).first().waitFor();
  });

  it('deletes old logs, and says which before it does', async () => {
    await rig.addKeys(1);
    const [old, recent] = [await ask(rig.freshModel()), await ask(rig.freshModel())];
    await moveBack(old.id, 10);
    await page.goto('/logs?tab=requests');
    await page.getByLabel('Time range').selectOption('Older than 7 days');
    await page.getByRole('button', { name: 'Delete all that match' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText('Time range: Older than 7 days').waitFor();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Nothing matches').waitFor();
    expect(await logged(`requestId=${old.id}`)).toEqual([]);
    expect(await logged(`requestId=${recent.id}`)).toHaveLength(1);
  });

  it('follows what happens, and leads to the request', async () => {
    await rig.addKeys(1);
    await page.goto('/logs?tab=live&kind=request');
    await page.getByText('Connected').waitFor();
    const model = rig.freshModel();
    const { id } = await ask(model);
    await page.getByRole('log').getByRole('button', { name: model }).click();
    await sheet().getByText(id).waitFor();
  });

  it('tells in the audit log what a change of a setting was from and to', async () => {
    await rig.admin('PATCH', '/api/settings', { set: { MAX_FAILURES: 7 } });
    await page.goto('/system?action=settings');
    await page.getByRole('row').filter({ hasText: 'MAX_FAILURES' }).first().click();
    const details = page.getByRole('dialog', { name: 'Setting changed' });
    await details.getByText('Admin token').waitFor();
    await details.locator('pre').getByText('7', { exact: true }).waitFor();
  });
});
