import type { FileListDto, KeyListDto } from '@gemini-balance/shared';
import type { GoogleGenAI } from '@google/genai';
import type { Page } from 'playwright-core';
import { describeInChromium } from '../support/browser/chromium';
import { signedIn } from '../support/browser/signed-in';
import { geminiSdk } from '../support/clients/gemini-sdk';
import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig } from '../support/rigs/gateway-rig';

describeInChromium('files in the dashboard', (browser) => {
  let rig: GatewayRig;
  let sdk: GoogleGenAI;
  let page: Page;

  beforeAll(async () => {
    rig = await GatewayRig.start();
    await rig.addKeys(1);
    sdk = geminiSdk(rig.gateway.url, CLIENT_TOKEN);
    const context = await signedIn(browser(), rig.gateway);
    page = await context.newPage();
  });

  afterAll(() => rig?.close());

  async function upload(displayName: string): Promise<string> {
    const file = new Blob([`This is ${displayName}.`], { type: 'text/plain' });
    return (await sdk.files.upload({ file, config: { displayName } })).name!;
  }

  const rowOf = (name: string) => page.getByRole('row').filter({ hasText: name });

  it('shows a file that a client has uploaded, and deletes it at Google', async () => {
    await page.goto('/files');
    await page.getByText('No files yet').waitFor();
    const name = await upload('a report');
    await page.reload();
    await rowOf('a report').getByText('Active').waitFor();
    await page.getByRole('button', { name: 'Delete a report' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Delete this file?' });
    await dialog.getByText('a report').waitFor();
    await dialog.getByRole('button', { name: 'Delete 1 file' }).click();
    await page.getByText('The file is deleted.').waitFor();
    await page.getByText('No files yet').waitFor();
    const deletions = rig.simulator.requests.filter(({ method }) => method === 'DELETE');
    expect(deletions.map(({ path }) => path)).toEqual([`/v1beta/${name}`]);
    await expect(sdk.files.get({ name })).rejects.toThrow(/permission/);
  });

  it('deletes all that match as a job, and leads from a file to its key', async () => {
    for (const title of ['draft 1', 'draft 2', 'final']) await upload(title);
    await page.goto('/files?search=draft');
    await rowOf('draft 1').waitFor();
    await page.getByRole('checkbox', { name: 'Select all that are loaded' }).click();
    const toolbar = page.getByRole('toolbar', { name: 'Selection' });
    await toolbar.getByText('2 selected').waitFor();
    await toolbar.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Delete 2 files' }).click();
    const progress = page.getByRole('dialog', { name: 'Delete files' });
    await progress.getByText('Done').waitFor();
    await progress.getByRole('button', { name: 'Deleted 2' }).waitFor();
    await progress.getByRole('button', { name: 'Close' }).last().click();
    await page.getByText('No file matches').waitFor();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await rowOf('final').waitFor();
    const left = await rig.admin<FileListDto>('GET', '/api/files');
    expect(left.items.map(({ displayName }) => displayName)).toEqual(['final']);
    const [key] = (await rig.admin<KeyListDto>('GET', '/api/keys')).items;
    await rowOf('final').getByRole('link', { name: key!.maskedSecret }).click();
    await page.waitForURL(`**/keys?key=${key!.id}`);
    await page.getByRole('dialog', { name: 'Key' }).getByText(key!.maskedSecret).waitFor();
  });

  it('tells on the system page what is kept, and leads to the task that cleans up', async () => {
    await upload('kept');
    await page.goto('/system');
    const storage = page.getByRole('region', { name: 'Storage and retention' });
    await storage.getByRole('meter', { name: 'Disk' }).waitFor();
    const files = storage.getByRole('listitem').filter({ hasText: 'Files at Google' });
    await files.getByText(/^\d+ files? · .* at Google/).waitFor();
    await files.getByRole('link', { name: 'Clean up now' }).click();
    await page.waitForURL('**/system#schedule-clean-up-files');
    await page.getByRole('button', { name: /Run.*clean-up-files/ }).click();
    await page.locator('#schedule-clean-up-files').getByText('0 expired resources forgotten.').waitFor();
    const pictures = storage.getByRole('listitem').filter({ hasText: 'Pictures on this machine' });
    await pictures.getByRole('link', { name: /Change how long/ }).click();
    await page.waitForURL('**/config?search=LOCAL_UPLOAD_DAYS');
    await page.getByLabel('Days to keep pictures').waitFor();
  });
});
