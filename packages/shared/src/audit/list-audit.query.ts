import { OptionalQueryInt, OptionalText, OptionalWord } from '../fields/optional-fields.js';
import { TimeWindow } from '../paging/time-window.js';
import { AUDIT_ACTORS, type AuditActorKind } from './audit-log.dto.js';

/** Query of `GET /api/audit`. */
export class ListAuditQuery extends TimeWindow {
  /** A whole action, or its noun: `settings.change`, `settings`. */
  @OptionalText(64)
  action?: string;

  /** Part of it. */
  @OptionalText(200)
  subject?: string;

  @OptionalWord(AUDIT_ACTORS)
  actor?: AuditActorKind;

  @OptionalText(200)
  cursor?: string;

  @OptionalQueryInt(1, 500)
  limit?: number;
}
