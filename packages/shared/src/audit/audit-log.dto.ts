import type { Page } from '../paging/page.dto.js';

/** session: signed in at the dashboard · token: the admin token as a bearer token · system: the gateway by itself. */
export const AUDIT_ACTORS = ['session', 'token', 'system'] as const;
export type AuditActorKind = (typeof AUDIT_ACTORS)[number];

/** Everything that is noted: the noun, and what was done to it. */
export const AUDIT_ACTIONS = [
  'settings.change',
  'settings.reset',
  'keys.create',
  'keys.import',
  'keys.update',
  'keys.edit',
  'keys.enable',
  'keys.disable',
  'keys.reset',
  'keys.lift',
  'keys.verify',
  'keys.delete',
  'keys.reveal',
  'keys.export',
  'key-groups.save',
  'key-groups.delete',
  'tokens.create',
  'tokens.update',
  'tokens.rotate',
  'tokens.delete',
  'auth.sign_in',
  'auth.sign_out',
  'auth.revoke_session',
  'auth.revoke_sessions',
  'jobs.cancel',
  'jobs.resume',
  'schedules.run',
  'logs.delete_requests',
  'logs.delete_errors',
  'files.delete',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** One administrative change, or one secret that was shown. */
export interface AuditEntryDto {
  id: number;
  /** UTC milliseconds. */
  atMs: number;
  /** One of `AUDIT_ACTIONS`: `settings.change`. A newer gateway may know further ones. */
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
