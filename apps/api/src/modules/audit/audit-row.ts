import type { AuditAction } from '@gemini-balance/shared';
import type { Json } from '../../core/settings/setting';
import type { RowValue } from '../../database/writing/row-writer';
import type { AdminActor } from '../../http/admin/admin-actor';
import { redact } from '../../logging/redact';

/** Something that an administrator did. */
export interface AuditEntry {
  /** The noun, and what was done to it: `keys.delete`. */
  readonly action: AuditAction;
  /** What it was done to: a name, an id, or how many there were. */
  readonly subject: string | number;
  /** What else is worth knowing. Callers mask secrets; what still looks like a credential is replaced here. */
  readonly details?: Readonly<Record<string, Json | undefined>>;
}

/** The columns of an audit row, in the order of {@link toAuditRow}. */
export const AUDIT_COLUMNS = ['atMs', 'action', 'subject', 'details', 'actor', 'session', 'address'] as const;

/** Well below the 64 KB of the column, whatever the letters. */
const DETAILS_LENGTH = 8_000;

export function toAuditRow(entry: AuditEntry, actor: AdminActor, atMs: number): readonly RowValue[] {
  return [
    atMs,
    entry.action.slice(0, 64),
    redact(String(entry.subject)).slice(0, 200),
    entry.details === undefined ? null : toDetails(entry.details),
    actor.kind,
    actor.session ?? null,
    actor.address?.slice(0, 64) ?? null,
  ];
}

/** Always JSON: what is too long is cut as a text of its own. */
function toDetails(details: Readonly<Record<string, Json | undefined>>): string {
  const text = redact(JSON.stringify(details));
  return text.length <= DETAILS_LENGTH ? text : JSON.stringify({ cut: text.slice(0, DETAILS_LENGTH / 2) });
}
