/** A file that the old installation bound to a key. */
export interface OldFile {
  /** `files/x` */
  readonly name: string;
  readonly apiKey: string;
  /** The client token that it was uploaded with. */
  readonly userToken: string;
  /** UTC milliseconds. */
  readonly expiresAtMs: number;
  /** What upstream said of it, as far as it was kept. */
  readonly body: Readonly<Record<string, string>>;
}

/** A failed attempt in the old error log. */
export interface OldError {
  readonly id: number;
  readonly key: string;
  readonly model: string;
  readonly type: string;
  readonly text: string;
  readonly status: number | undefined;
  /** UTC milliseconds. */
  readonly atMs: number;
}

/** An attempt in the old request log. */
export interface OldRequest {
  readonly id: number;
  readonly key: string;
  readonly model: string;
  readonly isSuccess: boolean;
  readonly status: number | undefined;
  readonly latencyMs: number;
  /** UTC milliseconds. */
  readonly atMs: number;
}

/** The tables of a gemini-balance database; one that is missing reads as empty. Facts in docs/protocol-notes.md, "Taking over gemini-balance". */
export interface OldDatabase {
  /** Texts of `t_settings` by name. */
  settings(): Promise<ReadonlyMap<string, string>>;
  files(): Promise<OldFile[]>;
  countLogs(): Promise<{ errors: number; requests: number }>;
  /** Oldest first, in pages. */
  errors(): AsyncGenerator<OldError[]>;
  requests(): AsyncGenerator<OldRequest[]>;
  close(): Promise<void>;
}
