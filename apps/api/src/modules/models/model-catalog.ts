import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../core/clock';
import { ModelNotAllowedError } from '../../core/gateway-error';
import { bareName, type Model } from '../../core/gemini/models/model';
import { featuresOf, type ModelFeatures } from '../../core/gemini/models/model-features';
import { takesMethod } from '../../core/gemini/models/model-kind';

/** A list older than this is refreshed in the background when it is next asked for. */
const FRESH_MS = 10 * 60_000;
/** A name that is not among models listed within this time is none. */
const NEW_MS = 60_000;
/** Whoever only wants to know how the list stands does not ask again within this time for one that could not be had. */
const TRIED_MS = 2_000;
/** Nor does it wait for longer than this, while those who want the list itself do. */
const STATE_WAIT_MS = 10_000;
const MOST_FEATURES = 1_000;

/** Fetches all models that upstream lists. @throws GatewayError */
export type FetchModels = () => Promise<readonly Model[]>;

/** What is known of upstream's list, and how it was got. */
export interface CatalogState {
  /** In upstream's order, those that clients may not use among them; empty while none are known. */
  readonly models: readonly Model[];
  /** When they were fetched, in UTC ms; undefined while none are known. */
  readonly listedAtMs: number | undefined;
  /** When fetching them was last tried, with whatever result. */
  readonly triedAtMs: number | undefined;
  /** Why that failed; undefined where it did not. */
  readonly failure: unknown;
  readonly isFetching: boolean;
}

/** The models that upstream lists: fetched when first wanted, then served as they are while a newer list is fetched. */
export class ModelCatalog {
  #models: readonly Model[] | undefined;
  #byName: ReadonlyMap<string, Model> = new Map();
  readonly #features = new Map<string, ModelFeatures>();
  #listedAtMs: number | undefined;
  #triedAtMs = -Infinity;
  #failure: unknown;
  #fetching: Promise<readonly Model[]> | undefined;

  constructor(
    private readonly fetchModels: FetchModels,
    private readonly clock: Clock,
    private readonly filtered: () => readonly string[],
  ) {}

  /** The models that clients may see. @throws GatewayError when no list was ever fetched and none can be now */
  async list(): Promise<readonly Model[]> {
    const models = await this.#current();
    const hidden = new Set(this.filtered());
    return hidden.size === 0 ? models : models.filter((model) => !hidden.has(bareName(model)));
  }

  /** Whether a list was ever fetched. */
  get isKnown(): boolean {
    return this.#models !== undefined;
  }

  /** Whether upstream lists a model of this bare name, as far as is known. */
  isListed(name: string): boolean {
    return this.#byName.has(name);
  }

  /**
   * Whether upstream's list promises that the model of this bare name takes calls of that method. What it does not promise
   * may fail for every key, and says nothing about the one that was asked.
   */
  offers(name: string, method: string): boolean {
    const model = this.#byName.get(name);
    return model !== undefined && takesMethod(model, method);
  }

  /** What the model of this bare name can be sent, by upstream's list as far as it is known. */
  featuresOf(name: string): ModelFeatures {
    let features = this.#features.get(name);
    if (features === undefined) {
      features = featuresOf(name, this.#byName.get(name));
      // Clients choose the names, and there is no end to those that are none.
      if (this.#features.size >= MOST_FEATURES) this.#features.clear();
      this.#features.set(name, features);
    }
    return features;
  }

  isFiltered(name: string): boolean {
    return this.filtered().includes(name);
  }

  /** @throws ModelNotAllowedError for a model that the operator has switched off */
  refuseFiltered(name: string): void {
    if (!this.isFiltered(name)) return;
    throw new ModelNotAllowedError(`The model ${name} is switched off on this gateway (FILTERED_MODELS).`, {
      field: 'model',
    });
  }

  /** How the list stands. A first one is waited for, for ten seconds, unless it could not be had a moment ago. Never rejects. */
  async state(): Promise<CatalogState> {
    const isHopeless = this.#models === undefined && this.clock.nowMs() - this.#triedAtMs < TRIED_MS;
    if (!isHopeless) await settledWithin(STATE_WAIT_MS, this.#current());
    return {
      models: this.#models ?? [],
      listedAtMs: this.#listedAtMs,
      triedAtMs: this.#triedAtMs === -Infinity ? undefined : this.#triedAtMs,
      failure: this.#failure,
      isFetching: this.#fetching !== undefined,
    };
  }

  /** The list as it may have become since; undefined while it is too early to ask again. @throws GatewayError */
  newerList(): Promise<readonly Model[]> | undefined {
    const isNew = this.clock.nowMs() - this.#triedAtMs < NEW_MS;
    return isNew ? this.#fetching : this.refresh();
  }

  /** Fetches the list anew; those who ask meanwhile wait for the same. @throws GatewayError */
  refresh(): Promise<readonly Model[]> {
    this.#fetching ??= this.fetchModels()
      .then((models) => {
        this.#models = models;
        this.#listedAtMs = this.clock.nowMs();
        this.#failure = undefined;
        this.#byName = new Map(models.map((model) => [bareName(model), model]));
        this.#features.clear();
        return models;
      })
      .catch((failure: unknown) => {
        this.#failure = failure;
        throw failure;
      })
      .finally(() => {
        // A refresh that failed is tried again after the same time, not with the next request.
        this.#triedAtMs = this.clock.nowMs();
        this.#fetching = undefined;
      });
    return this.#fetching;
  }

  async #current(): Promise<readonly Model[]> {
    if (this.#models === undefined) return this.refresh();
    if (this.clock.nowMs() - this.#triedAtMs > FRESH_MS) this.refresh().catch(() => undefined);
    return this.#models;
  }
}

/** Resolves when the promise has ended in whatever way, or the time is over. */
async function settledWithin(ms: number, promise: Promise<unknown>): Promise<void> {
  const isOver = new AbortController();
  const ended = promise.catch(() => undefined).finally(() => isOver.abort());
  await Promise.race([
    ended,
    pause(ms, undefined, { ref: false, signal: isOver.signal }).catch(() => undefined),
  ]);
}
