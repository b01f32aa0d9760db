import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { describeInChromium } from '../support/browser/chromium';
import { upgradable } from '../support/browser/newer-dashboard';
import { signedIn } from '../support/browser/signed-in';
import { discard, type GatewayProcess, startGateway } from '../support/processes/gateway-process';

interface ManifestIcon {
  src: string;
  sizes: string;
  purpose: string;
}

/** Resolves once a service worker serves the page. */
const CONTROLLED = `new Promise((resolve) => {
  const look = () => navigator.serviceWorker.controller && resolve();
  navigator.serviceWorker.addEventListener('controllerchange', look);
  look();
})`;

describeInChromium('the installed dashboard', (browser) => {
  let gateway: GatewayProcess;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    gateway = await startGateway({ API_KEYS: '' });
  });

  afterAll(() => discard(gateway));

  afterEach(() => Promise.all(contexts.splice(0).map((context) => context.close())));

  /** Opens a page, signed in, once the service worker keeps the files and serves them. */
  async function openKept(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await open(path, { locale: 'en-US', colorScheme: 'light', ...options });
    await page.evaluate<unknown>(CONTROLLED);
    return page;
  }

  async function open(path: string, options: BrowserContextOptions): Promise<Page> {
    const context = await signedIn(browser(), gateway, options);
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(path);
    await page.getByRole('heading').first().waitFor();
    return page;
  }

  it('can be installed: Chromium finds nothing wrong with its manifest', async () => {
    const page = await openKept('/');
    const devtools = await page.context().newCDPSession(page);
    const { url, errors } = await devtools.send('Page.getAppManifest');
    expect([url, errors]).toEqual([`${gateway.url}/manifest.webmanifest`, []]);
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    // Contexts of tests are private windows, from which nothing is ever installed.
    const faults = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito');
    expect(faults).toEqual([]);
  });

  it('has icons of the sizes its manifest states, maskable ones among them', async () => {
    const manifest = (await (await fetch(`${gateway.url}/manifest.webmanifest`)).json()) as {
      icons: ManifestIcon[];
    };
    const pictures = manifest.icons.filter(({ src }) => src.endsWith('.png'));
    for (const { src, sizes } of pictures) {
      const png = Buffer.from(await (await fetch(gateway.url + src)).arrayBuffer());
      expect([src, `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`]).toEqual([src, sizes]);
    }
    const kinds = pictures.map(({ sizes, purpose }) => `${sizes} ${purpose}`);
    expect(kinds).toEqual(expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']));
  });

  it('keeps files of the dashboard, and nothing that the gateway answers', async () => {
    const page = await openKept('/keys');
    await page.getByText('No keys yet').waitFor();
    for (const path of ['/logs', '/config', '/']) {
      await page.goto(path);
      await page.getByRole('heading').first().waitFor();
    }
    await page.evaluate<unknown>(
      `Promise.allSettled(['/v1/models', '/v1beta/models', '/health'].map((path) => fetch(path)))`,
    );
    const kept = await page.evaluate<string[]>(`(async () => {
      const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      const requests = (await Promise.all(caches_.map((cache) => cache.keys()))).flat();
      return requests.map(({ url }) => new URL(url).pathname);
    })()`);
    expect(kept.length).toBeGreaterThan(20);
    const ofTheBuild = /^\/(assets\/[^/]+\.(js|css)|favicon\.svg|offline\.html|theme\.js)$/;
    expect(kept.filter((path) => !ofTheBuild.test(path))).toEqual([]);
  });

  it('answers nothing by itself while the gateway is away', async () => {
    const page = await openKept('/keys');
    const ask = (path: string): Promise<unknown> =>
      page.evaluate(`fetch('${path}').then(({ status }) => status, (error) => error.name)`);
    for (const path of ['/api/auth/session', '/health']) expect(await ask(path)).toBe(200);
    await page.context().setOffline(true);
    for (const path of ['/api/auth/session', '/api/keys', '/v1/models', '/health'])
      expect([path, await ask(path)]).toEqual([path, 'TypeError']);
  });

  it.each([
    ['en-US', 'light', 'The gateway does not answer'],
    ['zh-CN', 'dark', '网关没有响应'],
  ] as const)(
    'shows its offline page in %s and %s, and goes on by itself',
    async (locale, colorScheme, title) => {
      const page = await openKept('/keys?state=ready', { locale, colorScheme });
      await page.context().setOffline(true);
      await page.reload();
      await page.getByRole('heading', { name: title }).waitFor();
      await page.locator(colorScheme === 'dark' ? 'html.dark' : 'html:not(.dark)').waitFor();
      await page.locator(`html[lang=${locale === 'zh-CN' ? 'zh-CN' : 'en'}]`).waitFor();
      await page.context().setOffline(false);
      await page.locator('#content').waitFor();
      await page.waitForURL('/keys?state=ready');
    },
  );

  it('opens a further page from what it keeps, and says that the gateway is away', async () => {
    const page = await openKept('/');
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Logs' }).click();
    await page.getByRole('heading', { name: 'Logs' }).waitFor();
    await page
      .getByText(/The gateway does not answer/)
      .first()
      .waitFor();
  });

  it('says so when a part of it is gone, and the frame stays', async () => {
    const page = await open('/', { locale: 'en-US', serviceWorkers: 'block' });
    await page.route('**/assets/tokens-page-*.js', (route) => route.fulfill({ status: 404 }));
    await page.getByRole('link', { name: 'Tokens' }).click();
    await page.getByText('This part could not be loaded').waitFor();
    await page.getByRole('navigation').waitFor();
    await page.unroute('**/assets/tokens-page-*.js');
    await page.getByRole('button', { name: 'Load again' }).click();
    await page.getByRole('heading', { name: 'Tokens' }).waitFor();
  });

  it('offers a newer version, and leaves the page alone until it is wanted', async () => {
    const dashboard = await upgradable(gateway);
    try {
      const page = await openKept('/keys', { baseURL: dashboard.url });
      await page.evaluate<unknown>('window.isSamePage = true');
      dashboard.upgrade();
      await page.evaluate<unknown>(
        'navigator.serviceWorker.ready.then((worker) => worker.update()).then(() => 0)',
      );
      await page.getByText('A newer version of the dashboard is there.').waitFor();
      expect(await page.evaluate<boolean>('window.isSamePage === true')).toBe(true);
      const loaded = page.waitForEvent('load');
      await page.getByRole('button', { name: 'Load it' }).click();
      await loaded;
      await page.locator('#content').waitFor();
      expect(await page.evaluate<boolean>('window.isSamePage === true')).toBe(false);
    } finally {
      await dashboard.close();
    }
  });
});
