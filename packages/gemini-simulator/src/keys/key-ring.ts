import type { QuotaMeter } from '../quotas/quota-meter';
import { KEY_HEALTHS, type KeyHealth, type KeyOptions, type SimulatedKey } from './simulated-key';

const FIRST_PROJECT = 700_000_000_000;

/** The keys that the simulator knows. */
export class KeyRing {
  readonly #keys = new Map<string, SimulatedKey>();
  readonly #meter: QuotaMeter;
  readonly #acceptsAny: boolean;

  /** With `acceptsAny` an unknown key is a good one of a new project; else it is invalid. */
  constructor(meter: QuotaMeter, acceptsAny: boolean) {
    this.#meter = meter;
    this.#acceptsAny = acceptsAny;
  }

  /** Adds the key or replaces it. Throws for a health that does not exist, as key files may name one. */
  add(options: KeyOptions | string): SimulatedKey {
    const given: KeyOptions = typeof options === 'string' ? { key: options } : options;
    if (given.health && !KEY_HEALTHS.includes(given.health))
      throw new Error(`No key health is called "${given.health}"`);
    const project =
      given.project ?? this.#keys.get(given.key)?.project ?? String(FIRST_PROJECT + this.#keys.size);
    const key: SimulatedKey = {
      key: given.key,
      project,
      tier: given.tier ?? 'paid',
      surface: given.surface,
      health: given.health ?? 'good',
    };
    this.#keys.set(key.key, key);
    if (given.quotas) this.#meter.limit(project, given.quotas);
    return key;
  }

  find(key: string): SimulatedKey | undefined {
    return this.#keys.get(key) ?? (this.#acceptsAny ? this.add(key) : undefined);
  }

  /** Throws for a key that was never added. */
  setHealth(key: string, health: KeyHealth): void {
    const found = this.#keys.get(key);
    if (!found) throw new Error('The simulator has no such key; add it first');
    found.health = health;
  }
}
