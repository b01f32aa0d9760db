import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  id: string;
  impact: string;
  nodes: { html: string }[];
}

/** Resolves when every colour is the one it was changing to. */
const SETTLED = `Promise.all(
  document.getAnimations().filter((one) => one instanceof CSSTransition).map((one) => one.finished.catch(() => undefined)),
).then(() => undefined)`;

/**
 * What axe finds wrong with a page that hinders people seriously: its rule, and the element.
 * @param rules those to check; all by default
 */
export async function seriousFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  // The page's own policy lets no script in; the browser's tools are above it.
  await page.evaluate(AXE);
  await page.evaluate(SETTLED);
  const options = JSON.stringify({ resultTypes: ['violations'], ...(rules && { runOnly: rules }) });
  const { violations } = await page.evaluate<{ violations: Finding[] }>(`axe.run(document, ${options})`);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
