import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { ADMIN_TOKEN } from '../processes/gateway-process';
import { STEP_MS } from './chromium';

/** The windows of an administrator who has signed in at a gateway; English unless said otherwise. */
export async function signedIn(
  browser: Browser,
  gateway: { readonly url: string },
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: gateway.url, locale: 'en-US', ...options });
  context.setDefaultTimeout(STEP_MS);
  await context.request.post('/api/auth/login', { data: { token: ADMIN_TOKEN } });
  return context;
}
