import { DiscoveryService } from '@nestjs/core';
import type { StoredKindDto, StoredKindName } from '@gemini-balance/shared';

/** How much there is of one kind. */
export type StoredAmount = Pick<StoredKindDto, 'count' | 'isMore' | 'bytes' | 'isUpstream' | 'oldestAtMs'>;

/** How long it is kept, and what decides it. */
export type StoredRetention = Pick<StoredKindDto, 'retention' | 'settings' | 'schedule'>;

/** One kind of thing that a module keeps in the database or in `DATA_DIR`. */
export interface StoredKind {
  readonly name: StoredKindName;
  /** Looks at what is there; takes a moment. */
  measure(): Promise<StoredAmount>;
  /** By the settings in force. */
  retention(): StoredRetention;
}

/** Marks a provider class that implements `StoredKind`; the storage page finds it, however it is made. */
export const KeepsThings = DiscoveryService.createDecorator();
