import type { StoredKindName } from '@gemini-balance/shared';
import { contentsOf } from './folder-contents';
import { KeepsThings, type StoredAmount, type StoredKind, type StoredRetention } from './stored-kind';

/** Files in a folder, and in those within it. */
@KeepsThings()
export class StoredFolder implements StoredKind {
  constructor(
    readonly name: StoredKindName,
    private readonly folder: () => string,
    readonly retention: () => StoredRetention,
  ) {}

  async measure(): Promise<StoredAmount> {
    const { oldestAtMs, ...contents } = await contentsOf(this.folder());
    return { ...contents, isMore: false, ...(oldestAtMs !== undefined && { oldestAtMs }) };
  }
}
