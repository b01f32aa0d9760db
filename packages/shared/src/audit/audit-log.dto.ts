import type { Page } from '../paging/page.dto.js';

/** session: signed in at the dashboard · token: the admin token as a bearer token · system: the gateway by itself. */
export const AUDIT_ACTORS = ['session', 'token', 'system'] as const;
export type AuditActorKind = (typeof AUDIT_ACTORS)[number];

/** One administrative change, or one secret that was shown. */
export interface AuditEntryDto {
  id: number;
  /** UTC milliseconds. */
  atMs: number;
  /** The noun, and what was done to it: `settings.change`. */
  action: string;
  /** What it was done to: a name, an id, or how many there were. */
  subject: string;
  actor: AuditActorKind;
  /** Names the session and does not open it. */
  session?: string;
  address?: string;
  details?: Record<string, unknown>;
}

/** Answer of `GET /api/audit`: a page, newest first. */
export type AuditLogDto = Page<AuditEntryDto>;
