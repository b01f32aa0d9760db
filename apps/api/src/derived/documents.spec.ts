import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const repository = join(__dirname, '../../../..');
const read = (path: string): string => readFileSync(join(repository, path), 'utf8');

const sources = ['apps/api/src', 'apps/api/test', 'apps/admin/src', 'packages/gemini-simulator/src']
  .flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path}`,
    ),
  )
  .filter((path) => /\.tsx?$/.test(path));

it('has every section of the protocol notes that the code cites', () => {
  const sections = new Set(
    [...read('docs/protocol-notes.md').matchAll(/^## (?:\d+\. )?(.+)$/gm)].map(([, title]) => title),
  );
  const cited = sources.flatMap((path) =>
    [...read(path).matchAll(/protocol-notes\.md,\s[\s*/]*"([^"]+)"/g)].map(([, title]) => ({ path, title })),
  );
  expect(cited.length).toBeGreaterThan(20);
  expect(cited.filter(({ title }) => !sections.has(title!.replace(/\s[\s*/]*/g, ' ')))).toEqual([]);
});

it.each(['docs/security.md', 'apps/api/faults/README.md'])(
  'names in %s only tests that there are',
  (path) => {
    const named = [...read(path).matchAll(/`((?:test|src)\/[\w./-]+?)(?:\/\*[\w.]*)?`/g)].map(
      ([, name]) => name!,
    );
    expect(named.length).toBeGreaterThan(5);
    const isThere = (name: string): boolean =>
      ['', '.e2e-spec.ts'].some((ending) => existsSync(join(repository, 'apps/api', `${name}${ending}`)));
    expect(named.filter((name) => !isThere(name))).toEqual([]);
  },
);

it('tells the order of modules as it is checked', () => {
  const checked = lines(/const moduleOrder = (\[.*?\n\]);/s.exec(read('.dependency-cruiser.cjs'))?.[1] ?? '');
  const told = lines(/^runtime →.*?```/ms.exec(read('docs/architecture.md'))?.[0] ?? '');
  expect(checked.length).toBeGreaterThan(10);
  expect(told).toEqual(checked);
});

/** The modules of each line, sorted: a line is what stands in brackets, or one name between arrows or commas. */
function lines(text: string): string[][] {
  const names = (part: string): string[] => (part.match(/[a-z][a-z-]+/g) ?? []).sort();
  const isCode = text.startsWith('[');
  const parts = isCode ? text.slice(1, -1).match(/\[[^\]]*\]/g) : text.split('→');
  return (parts ?? []).map(names);
}
