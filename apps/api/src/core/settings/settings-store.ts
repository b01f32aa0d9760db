import { describeSettings, type SettingDescription } from './describe';
import type { EnvLayer } from './env/env-layer';
import { InvalidSettingsError } from './invalid-settings-error';
import type { Notice } from './notices/notices';
import type { SettingName, Settings } from './registry';
import { resolveSettings, type Overrides, type Problem, type Resolution } from './resolve';
import type { Source } from './source';

/** Told after a change, with the snapshot now and the one before. Must not throw. */
export type SettingsListener = (now: Settings, before: Settings) => void;

const NO_OVERRIDES: Overrides = new Map();

/** The settings in force. Readers take `current` once per request; it is frozen, and replaced whole. */
export class SettingsStore {
  readonly #env: EnvLayer;
  readonly #base: Resolution;
  #effective: Resolution;
  readonly #listeners = new Set<SettingsListener>();

  /** Throws InvalidSettingsError when a value of the environment is wrong. */
  constructor(env: EnvLayer) {
    this.#env = { ...env };
    this.#base = resolveSettings(this.#env, NO_OVERRIDES);
    if (this.#base.problems.length > 0) throw new InvalidSettingsError(this.#base.problems);
    this.#effective = this.#base;
  }

  get current(): Settings {
    return this.#effective.settings;
  }

  /** What the operator should be told: settings that do nothing, names that look mistyped. */
  get notices(): readonly Notice[] {
    return this.#effective.notices;
  }

  /** Overrides that are wrong and therefore passed over. */
  get problems(): readonly Problem[] {
    return this.#effective.problems;
  }

  sourceOf(name: SettingName): Source {
    return this.#effective.sources[name];
  }

  describe(): SettingDescription[] {
    return describeSettings(this.#effective, this.#base);
  }

  /** Replaces all overrides (JSON texts by name). Returns those that are wrong and therefore passed over. */
  applyOverrides(overrides: Overrides): readonly Problem[] {
    const before = this.current;
    this.#effective = resolveSettings(this.#env, overrides);
    for (const listener of this.#listeners) listener(this.current, before);
    return this.#effective.problems;
  }

  /** What would be wrong if these were all the overrides. Changes nothing. */
  problemsWith(overrides: Overrides): readonly Problem[] {
    return resolveSettings(this.#env, overrides).problems;
  }

  /** Returns the function that ends the subscription. */
  onChange(listener: SettingsListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
