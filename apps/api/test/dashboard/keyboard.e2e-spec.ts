import type { Locator, Page } from 'playwright-core';
import { describeInChromium } from '../support/browser/chromium';
import { signedIn } from '../support/browser/signed-in';
import { type LivelyGateway, startLivelyGateway } from '../support/rigs/lively-gateway';

describeInChromium('the dashboard by the keyboard alone', (browser) => {
  let lively: LivelyGateway;
  let page: Page;

  beforeAll(async () => {
    lively = await startLivelyGateway();
    await lively.enliven();
  });

  afterAll(() => lively?.close());

  beforeEach(async () => {
    const context = await signedIn(browser(), lively.gateway);
    page = await context.newPage();
  });

  afterEach(() => page.context().close());

  const focused = (target: Locator): Promise<void> => target.and(page.locator(':focus')).waitFor();
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name }).first();

  it('skips the navigation when asked by the first Tab', async () => {
    await page.goto('/keys');
    await page.getByRole('row').nth(1).waitFor();
    await page.keyboard.press('Tab');
    await focused(page.getByRole('link', { name: 'Skip to content' }));
    await page.keyboard.press('Enter');
    await focused(page.locator('#content'));
    await page.keyboard.press('Tab');
    await focused(button('Groups'));
  });

  it('shows where the focus is at every stop of a page', async () => {
    await page.goto('/keys');
    await page.getByRole('row').nth(1).waitFor();
    const hidden: string[] = [];
    for (let stop = 0; stop < 30; stop += 1) {
      await page.keyboard.press('Tab');
      const unseen = await page.evaluate<string | null>(`(() => {
        const element = document.activeElement;
        if (element === document.body) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const isSeen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
        return isSeen ? null : element.outerHTML.slice(0, 150);
      })()`);
      if (unseen !== null) hidden.push(unseen);
    }
    expect(hidden).toEqual([]);
  });

  it.each([
    ['/keys', 'Add keys', 'dialog'],
    ['/keys', 'Groups', 'dialog'],
    ['/tokens', 'New token', 'dialog'],
    ['/keys', 'Theme', 'menu'],
    ['/keys', 'Language', 'menu'],
  ] as const)('on %s leads from what “%s” opened back to it', async (path, name, role) => {
    await page.goto(path);
    await page.getByRole('row').nth(1).waitFor();
    await button(name).focus();
    await page.keyboard.press('Enter');
    await page.getByRole(role).waitFor();
    await page
      .getByRole(role)
      .locator(':focus')
      .or(page.getByRole(role).and(page.locator(':focus')))
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole(role).waitFor({ state: 'detached' });
    await focused(button(name));
  });

  it('leads from the details of a key back to its row', async () => {
    await page.goto('/keys');
    const row = page.getByRole('row').nth(2);
    await row.waitFor();
    await page.getByRole('row').nth(1).focus();
    await page.keyboard.press('ArrowDown');
    await focused(row);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Key' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await focused(row);
  });

  it('leads from a menu of a row through its dialog back to the menu', async () => {
    await page.goto('/tokens');
    const actions = button(/^Actions for phone/);
    await actions.waitFor();
    await actions.focus();
    await page.keyboard.press('Enter');
    const remove = page.getByRole('menuitem', { name: 'Delete' });
    await remove.waitFor();
    await page.keyboard.press('End');
    await focused(remove);
    await page.keyboard.press('Enter');
    await page.getByRole('alertdialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await focused(actions);
  });
});
