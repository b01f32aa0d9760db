/**
 * waiting: begins soon · running · done · cancelled: an administrator stopped it · failed: it could not go on, see `message` ·
 * interrupted: the gateway stopped, and it cannot go on by itself
 */
export const JOB_STATES = ['waiting', 'running', 'done', 'cancelled', 'failed', 'interrupted'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** What came of one thing that a job worked on. */
export interface JobItemDto {
  /** Of the thing: a key's id. */
  id: number;
  /** What came of it; the same for all that ended alike. */
  reason: string;
  /** How to recognise the thing, also once it is deleted: a masked key. */
  label?: string;
  message?: string;
}

/** Work on many things, which goes on whether somebody watches it or not. */
export interface JobDto {
  id: string;
  /** What is done: `keys.verify`. */
  kind: string;
  state: JobState;
  total: number;
  done: number;
  /** How many ended how, by reason, most first. */
  counts: { reason: string; count: number }[];
  /** Why it failed or was interrupted. */
  message?: string;
  createdAtMs: number;
  startedAtMs?: number;
  endedAtMs?: number;
  /** The last things that ended, newest last; only while it runs. */
  recent: JobItemDto[];
}
