import { parseEnvFile } from '../env/env-file';
import { REGISTRY } from '../registry';
import { resolveSettings } from '../resolve';
import { renderEnvExample } from './env-example';

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
