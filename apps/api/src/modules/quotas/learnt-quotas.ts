import type { KeyKind, QuotaUnit } from '@gemini-balance/shared';
import type { KeyId } from '../../core/keypool/hold';

/** What upstream told of the daily quota of a key for a model when it was used up. */
export interface LearntQuota {
  readonly keyId: KeyId;
  readonly kind: KeyKind;
  /** As it was called. */
  readonly model: string;
  /** The model whose calls upstream counts together with those of `model`, which may be another name of it. */
  readonly countedAs: string;
  readonly unit: QuotaUnit;
  readonly perDay: number;
  /** UTC milliseconds. */
  readonly learntAtMs: number;
}

export type ToldQuota = Pick<LearntQuota, 'perDay' | 'learntAtMs'>;

/** The daily quotas of keys of a kind for one model, in one unit. */
export interface QuotasOfModel {
  /** What was told last, of whichever key. */
  readonly latest: ToldQuota;
  readonly byKey: ReadonlyMap<KeyId, ToldQuota>;
}

interface Told {
  latest: ToldQuota;
  readonly byKey: Map<KeyId, ToldQuota>;
}

/** The daily quotas that upstream has told. Of each key the one that was told last counts: upstream changes them. */
export class LearntQuotas {
  readonly #quotas = new Map<string, Told>();
  readonly #countedAs = new Map<KeyKind, Map<string, string>>();

  learn({ keyId, kind, model, countedAs, unit, perDay, learntAtMs }: LearntQuota): void {
    const names = this.#countedAs.get(kind) ?? new Map<string, string>();
    this.#countedAs.set(kind, names.set(model, countedAs));
    const told = { perDay, learntAtMs };
    const name = nameOf(kind, unit, countedAs);
    const known = this.#quotas.get(name);
    if (known === undefined) {
      this.#quotas.set(name, { latest: told, byKey: new Map([[keyId, told]]) });
      return;
    }
    if (learntAtMs >= known.latest.learntAtMs) known.latest = told;
    if (learntAtMs >= (known.byKey.get(keyId)?.learntAtMs ?? 0)) known.byKey.set(keyId, told);
  }

  /** The models that were called when a quota was told. */
  models(kind: KeyKind): Iterable<string> {
    return this.#countedAs.get(kind)?.keys() ?? [];
  }

  /** The model whose calls count together with those of `model`; itself as far as is known. */
  countedAs(kind: KeyKind, model: string): string {
    return this.#countedAs.get(kind)?.get(model) ?? model;
  }

  /** Undefined where nothing was told. @param countedAs see {@link LearntQuotas.countedAs} */
  of(kind: KeyKind, unit: QuotaUnit, countedAs: string): QuotasOfModel | undefined {
    return this.#quotas.get(nameOf(kind, unit, countedAs));
  }
}

function nameOf(kind: KeyKind, unit: QuotaUnit, countedAs: string): string {
  return `${kind} ${unit} ${countedAs}`;
}
