import { byUpperCaseName, type EnvLayer } from './env/env-layer';
import { noticesOf, type Notice } from './notices/notices';
import { isSettingName, REGISTRY, type SettingName, type Settings } from './registry';
import { RULES } from './rules';
import { misread, type Parsed, type Setting } from './setting';
import type { Source, Sources } from './source';

/** Stored values by setting name, each as JSON text. */
export type Overrides = ReadonlyMap<string, string>;

/** A value that is wrong. In the environment it stops the start; as an override it is passed over. */
export interface Problem {
  readonly name: string;
  /** The setting, and what it disagrees with where that is the problem. */
  readonly names: readonly string[];
  readonly layer: 'env' | 'override';
  /** What follows the name in a sentence; never holds the value. */
  readonly message: string;
}

export interface Resolution {
  /** Frozen, deeply. */
  readonly settings: Settings;
  readonly sources: Sources;
  /** All of them at once; the layer below stands in for a wrong value. */
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
}

/** The values while the layers are laid on each other. */
interface Draft {
  readonly values: Record<string, unknown>;
  readonly sources: Record<SettingName, Source>;
}

/** The value of every setting: its default, unless the environment has one, unless an override has one. */
export function resolveSettings(env: EnvLayer, overrides: Overrides): Resolution {
  const texts = byUpperCaseName(env);
  const problems: Problem[] = [];
  const base = layEnv(texts, problems);
  const { values, sources } = layOverrides(base, overrides, problems);
  return {
    settings: Object.freeze(values) as Settings,
    sources: Object.freeze(sources),
    problems,
    notices: noticesOf(texts.keys(), sources, values as Settings),
  };
}

function layEnv(texts: ReadonlyMap<string, string>, problems: Problem[]): Draft {
  const draft: Draft = { values: {}, sources: {} as Record<SettingName, Source> };
  for (const [name, setting] of REGISTRY) {
    lay(draft, name, 'default', setting.default);
    const text = texts.get(name);
    if (text === undefined) continue;
    const parsed = setting.fromText(text);
    if (parsed.ok) lay(draft, name, 'env', parsed.value);
    else problems.push({ name, names: [name], layer: 'env', message: parsed.problem });
  }
  for (const { names, broken } of RULES) {
    const message = broken(draft.values as Settings);
    if (message !== undefined) problems.push({ name: names[0], names, layer: 'env', message });
  }
  return draft;
}

function layOverrides(base: Draft, overrides: Overrides, problems: Problem[]): Draft {
  const draft: Draft = { values: { ...base.values }, sources: { ...base.sources } };
  for (const [name, json] of overrides) {
    const parsed = readOverride(name, json);
    if (parsed.ok && isSettingName(name)) lay(draft, name, 'override', parsed.value);
    else if (!parsed.ok) problems.push({ name, names: [name], layer: 'override', message: parsed.problem });
  }
  for (const { names, broken } of RULES) {
    const overridden = names.filter((name) => draft.sources[name] === 'override');
    const message = broken(draft.values as Settings);
    if (message === undefined || overridden.length === 0) continue;
    problems.push({ name: names[0], names, layer: 'override', message });
    for (const name of overridden) lay(draft, name, base.sources[name], base.values[name]);
  }
  return draft;
}

function readOverride(name: string, json: string): Parsed<unknown> {
  const setting: Setting<unknown> | undefined = isSettingName(name) ? REGISTRY.get(name) : undefined;
  if (setting === undefined) return misread('is no setting');
  if (setting.isEnvOnly) return misread('is set in the environment alone');
  try {
    return setting.fromJson(JSON.parse(json));
  } catch {
    return misread('is stored as something that is no JSON');
  }
}

function lay(draft: Draft, name: SettingName, source: Source, value: unknown): void {
  draft.values[name] = deepFreeze(value);
  draft.sources[name] = source;
}

function deepFreeze(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}
