import { setImmediate } from 'node:timers/promises';
import type {
  FoundKeyDto,
  FoundKeyStatus,
  ImportKeysDto,
  ImportKeysResultDto,
  KeyKind,
} from '@gemini-balance/shared';
import { Secret } from '../../core/secret';
import { sha256 } from '../../core/sha256';
import type { AddKeys } from './add-keys';
import { findKeysInText, type KeyInText } from './find-keys-in-text';
import type { KeyRoster } from './key-roster';
import { inSlices } from './text-slices';

const SHOWN = 500;

/** Adds the keys of pasted text, or shows what would be added. Long text is read in slices, between which requests get their turn. */
export class ImportKeysService {
  constructor(
    private readonly roster: KeyRoster,
    private readonly addKeys: AddKeys,
  ) {}

  async preview({ text, kind = 'gemini' }: ImportKeysDto): Promise<ImportKeysResultDto> {
    return (await this.read(text, kind)).result;
  }

  /** Adds what is new; the keys are lent from then on. */
  async import({ text, kind = 'gemini' }: ImportKeysDto): Promise<ImportKeysResultDto> {
    const { result, fresh } = await this.read(text, kind);
    for await (const { added } of this.addKeys.add(kind, fresh, 'admin')) {
      for (const live of added) this.roster.put(live);
    }
    return result;
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
