import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const LOCALE = join(__dirname, '../../../../admin/src/locales/en');

/** The first names of dotted names of texts, such as `column` of `column.model`; and the namespaces. */
function beginnings(): string[] {
  return readdirSync(LOCALE)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const texts = JSON.parse(readFileSync(join(LOCALE, file), 'utf8')) as Record<string, unknown>;
      const groups = Object.entries(texts).filter(([, text]) => typeof text === 'object');
      return [...groups.map(([name]) => `${name}\\.`), `${file.replace('.json', '')}:`];
    });
}

const RAW = `(?<![\\w./-])(${[...new Set(beginnings())].join('|')})[A-Za-z]\\w*`;

/**
 * What a page shows, or tells a screen reader, that is the name of a text and not the text: `column.model`, `keys:title`. What it
 * shows as code has names of its own.
 */
export async function rawTexts(page: Page): Promise<string[]> {
  const shown = await page.evaluate<string[]>(`[
    ...[...document.querySelectorAll('body, body *')]
      .filter((element) => !element.closest('code, pre, textarea, script, style'))
      .flatMap(({ childNodes }) => [...childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE))
      .map(({ data }) => data),
    ...[...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) =>
      ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? '')),
  ]`);
  return [...new Set(shown.flatMap((text) => text.match(new RegExp(RAW, 'g')) ?? []))];
}
