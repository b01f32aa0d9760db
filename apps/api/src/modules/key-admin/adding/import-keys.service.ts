import { setImmediate } from 'node:timers/promises';
import type {
  FoundKeyDto,
  FoundKeyStatus,
  ImportKeysDto,
  ImportKeysResultDto,
  JobDto,
  JobItemDto,
  KeyKind,
  NewKeyFieldsDto,
} from '@gemini-balance/shared';
import type { KeyId } from '../../../core/keypool/hold';
import { Secret } from '../../../core/secret';
import { sha256 } from '../../../core/sha256';
import type { Jobs } from '../../jobs/jobs';
import type { AddKeys, NewKeyFields } from '../../keys/add-keys';
import type { KeyRoster } from '../../keys/key-roster';
import type { RosterKey } from '../../keys/roster-key';
import { findKeysInText, type KeyInText } from './find-keys-in-text';
import { inSlices } from './text-slices';
import { VERIFY_NEW_KEYS } from './verify-new-keys.worker';

const SHOWN = 500;

/** Adds the keys of pasted text, or shows what would be added. Long text is read in slices, between which requests get their turn. */
export class ImportKeysService {
  constructor(
    private readonly roster: KeyRoster,
    private readonly addKeys: AddKeys,
    private readonly jobs: Jobs,
  ) {}

  async preview({ text, kind = 'gemini' }: ImportKeysDto): Promise<ImportKeysResultDto> {
    return (await this.read(text, kind)).result;
  }

  /** Adds what is new; the keys are lent from then on, unless they are to be verified first. */
  async import(order: ImportKeysDto): Promise<ImportKeysResultDto> {
    const { text, kind = 'gemini', verify = false, inBackground = false } = order;
    const { result, fresh } = await this.read(text, kind);
    const fields = toFields(order, !verify);
    if (inBackground) return { ...result, job: await this.addInBackground(kind, fresh, fields, verify) };
    const ids: KeyId[] = [];
    for await (const { added } of this.add(kind, fresh, fields)) ids.push(...added.map(({ key }) => key.id));
    return verify ? { ...result, job: await this.jobs.start(VERIFY_NEW_KEYS, ids) } : result;
  }

  /** Adds one key. Undefined where it is known already. */
  async create(secret: string, order: NewKeyFieldsDto, isEnabled: boolean): Promise<KeyId | undefined> {
    const fields = toFields(order, isEnabled);
    for await (const { added } of this.add(order.kind ?? 'gemini', [secret], fields)) return added[0]?.key.id;
    return undefined;
  }

  private addInBackground(
    kind: KeyKind,
    fresh: readonly string[],
    fields: NewKeyFields,
    verify: boolean,
  ): Promise<JobDto> {
    return this.jobs.startUnique('keys.import', fresh.length, async (report, signal) => {
      const ids: KeyId[] = [];
      for await (const { added, known } of this.add(kind, fresh, fields)) {
        report([
          ...added.map(toItem),
          ...Array.from({ length: known }, () => ({ id: 0, reason: 'duplicate' })),
        ]);
        ids.push(...added.map(({ key }) => key.id));
        if (signal.aborted) break;
      }
      if (verify && ids.length > 0) await this.jobs.start(VERIFY_NEW_KEYS, ids);
    });
  }

  private async *add(
    kind: KeyKind,
    secrets: readonly string[],
    fields: NewKeyFields,
  ): AsyncGenerator<{ added: readonly RosterKey[]; known: number }> {
    for await (const part of this.addKeys.add(kind, secrets, 'admin', fields)) {
      for (const live of part.added) this.roster.put(live);
      yield part;
    }
  }

  private async read(text: string, kind: KeyKind): Promise<{ result: ImportKeysResultDto; fresh: string[] }> {
    const counts: Record<FoundKeyStatus, number> = { new: 0, duplicate: 0, malformed: 0 };
    const found: FoundKeyDto[] = [];
    const fresh = new Set<string>();
    for (const slice of inSlices(text)) {
      for (const candidate of findKeysInText(slice.text, slice.firstLine)) {
        const status = this.statusOf(candidate, kind, fresh);
        if (status === 'new') fresh.add(candidate.secret);
        counts[status] += 1;
        if (found.length < SHOWN)
          found.push({ maskedSecret: new Secret(candidate.secret).mask(), line: candidate.line, status });
      }
      await setImmediate();
    }
    return { result: { found, counts }, fresh: [...fresh] };
  }

  private statusOf(
    { secret, isWellFormed }: KeyInText,
    kind: KeyKind,
    fresh: ReadonlySet<string>,
  ): FoundKeyStatus {
    if (!isWellFormed) return 'malformed';
    return fresh.has(secret) || this.roster.find(kind, sha256(secret)) ? 'duplicate' : 'new';
  }
}

function toFields({ note, group, project, weight }: NewKeyFieldsDto, isEnabled: boolean): NewKeyFields {
  return {
    ...(note && { note }),
    ...(group && { group }),
    ...(project && { project }),
    ...(weight !== undefined && { weight }),
    isEnabled,
  };
}

function toItem({ key }: RosterKey): JobItemDto {
  return { id: key.id, reason: 'added', label: key.secret.mask() };
}
