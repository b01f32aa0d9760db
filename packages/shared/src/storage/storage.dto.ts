/** What the gateway keeps, in the order of the dashboard. */
export const STORED_KINDS = [
  'requests',
  'attempts',
  'audit',
  'usage',
  'log-files',
  'pictures',
  'responses',
  'files',
] as const;
export type StoredKindName = (typeof STORED_KINDS)[number];

/**
 * days: what is older is deleted · forever: nothing deletes it · size: the oldest gives way to the newest · upstream:
 * upstream removes it in its time.
 */
export type RetentionDto =
  | { rule: 'days'; days: number }
  | { rule: 'forever' }
  | { rule: 'size'; bytes: number }
  | { rule: 'upstream' };

/** How much there is of one kind, and how long it is kept. */
export interface StoredKindDto {
  name: StoredKindName;
  count: number;
  /** Whether there are more than `count`: beyond it nobody counts. */
  isMore: boolean;
  /** Absent where it is a part of the database that cannot be told apart. */
  bytes?: number;
  /** Whether the bytes lie with upstream and take no space here. */
  isUpstream?: boolean;
  oldestAtMs?: number;
  retention: RetentionDto;
  /** Names of the settings that decide it. */
  settings: string[];
  /** The scheduled task that deletes what is too old. */
  schedule?: string;
}

/** Answer of `GET /api/storage`. Sizes are in bytes. */
export interface StorageDto {
  database: {
    kind: 'sqlite' | 'mysql';
    bytes: number;
    /** What SQLite has written and not yet moved into its file. */
    walBytes?: number;
    /** Space inside of the database that new rows will take first. */
    unusedBytes: number;
  };
  /** The file system of `DATA_DIR`. */
  disk: { path: string; freeBytes: number; totalBytes: number };
  kinds: StoredKindDto[];
}
