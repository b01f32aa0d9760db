// bench/RESULTS.md: what was measured last, scenario by scenario.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../RESULTS.md', import.meta.url);

/** Replaces the sections that were measured and keeps the others, in the order of `titles`. */
export function saveResults(intro, sections, titles) {
  const kept = existsSync(file) ? splitSections(readFileSync(file, 'utf8')) : new Map();
  const all = new Map([...kept, ...sections]);
  const ordered = titles.filter((title) => all.has(title)).map((title) => all.get(title));
  writeFileSync(file, `${[intro, ...ordered].join('\n\n')}\n`);
}

function splitSections(markdown) {
  const parts = markdown
    .trimEnd()
    .split(/\n(?=## )/)
    .slice(1);
  return new Map(parts.map((part) => [part.slice(3, part.indexOf('\n')), part.trimEnd()]));
}
