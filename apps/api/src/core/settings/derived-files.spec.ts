import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DERIVED_FILES } from './derived-files';
import { parseEnvFile } from './env-file';
import { renderEnvExample } from './env-example';
import { REGISTRY } from './registry';
import { resolveSettings } from './resolve';

const repository = join(__dirname, '../../../../..');

it.each(DERIVED_FILES.map((file) => [file.path, file] as const))(
  '%s is fresh (else: npm run generate)',
  (path, file) => {
    expect(readFileSync(join(repository, path), 'utf8')).toBe(file.render());
  },
);

describe('.env.example', () => {
  const { settings: defaults } = resolveSettings({}, new Map());

  it('sets nothing as it is, so that no known token ever opens a gateway', () => {
    const { sources, notices } = resolveSettings(parseEnvFile(renderEnvExample()), new Map());
    expect(new Set(Object.values(sources))).toEqual(new Set(['default']));
    expect(notices).toEqual([]);
  });

  it('names every setting that does something, with a value that reads as its default', () => {
    const env = parseEnvFile(renderEnvExample().replace(/^#(?=[A-Z])/gm, ''));
    const named = [...REGISTRY].filter(([, { effect }]) => effect !== 'none').map(([name]) => name);
    expect(Object.keys(env).sort()).toEqual(named.sort());

    const { settings, problems } = resolveSettings(env, new Map());
    expect(problems).toEqual([]);
    expect(settings).toEqual(defaults);
  });
});
