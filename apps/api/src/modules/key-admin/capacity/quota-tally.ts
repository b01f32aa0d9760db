import type { QuotaLeftDto } from '@gemini-balance/shared';
import type { KeyId } from '../../../core/keypool/hold';
import type { QuotasOfModel, ToldQuota } from '../../quotas/learnt-quotas';

/** How a key stands with a model today. */
export interface KeyDay {
  readonly id: KeyId;
  readonly project: string | undefined;
  /** When it can be used, in UTC ms; `Infinity` where it does not return by itself. */
  readonly readyAtMs: number;
  /** What of the quota was used with it since the day began. */
  readonly used: number;
}

/** Whose quota it is: a project, or a key whose project is not known. */
interface Owner {
  used: number;
  isUsable: boolean;
  returns: boolean;
  told: ToldQuota | undefined;
}

/**
 * Adds up what is left of one daily quota of many keys. Keys of a project share theirs. Where nothing was told of an owner's,
 * it is taken to be what was told last of any; what only such owners have that cannot be used today is not counted at all.
 */
export class QuotaTally {
  readonly #projects = new Map<string, Owner>();
  #used = 0;
  #total = 0;
  #left = 0;
  #known = 0;
  #estimated = 0;

  constructor(
    private readonly quotas: QuotasOfModel,
    private readonly day: { readonly startMs: number; readonly endMs: number },
  ) {}

  add({ id, project, readyAtMs, used }: KeyDay): void {
    this.#used += used;
    const owner = (project !== undefined && this.#projects.get(project)) || newOwner();
    owner.used += used;
    owner.isUsable ||= readyAtMs < this.day.endMs;
    owner.returns ||= readyAtMs < Infinity;
    const told = this.quotas.byKey.get(id);
    if (told !== undefined && told.learntAtMs >= (owner.told?.learntAtMs ?? 0)) owner.told = told;
    if (project === undefined) this.#count(owner);
    else this.#projects.set(project, owner);
  }

  /** What is left, once every key was added. */
  result(): QuotaLeftDto {
    for (const owner of this.#projects.values()) this.#count(owner);
    this.#projects.clear();
    return {
      perProject: this.quotas.latest.perDay,
      learntAtMs: this.quotas.latest.learntAtMs,
      used: this.#used,
      total: this.#total,
      left: this.#left,
      known: this.#known,
      estimated: this.#estimated,
    };
  }

  #count({ used, isUsable, returns, told }: Owner): void {
    const isUsedUp = !isUsable && returns && told !== undefined && told.learntAtMs >= this.day.startMs;
    if (!isUsable && !isUsedUp) return;
    const { perDay } = told ?? this.quotas.latest;
    if (told === undefined) this.#estimated++;
    else this.#known++;
    this.#total += perDay;
    if (isUsable) this.#left += Math.max(0, perDay - used);
  }
}

function newOwner(): Owner {
  return { used: 0, isUsable: false, returns: false, told: undefined };
}
