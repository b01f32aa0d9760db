import type { KeyDto, KeyHoldDto } from '@gemini-balance/shared';
import type { Hold } from '../../core/keypool/hold';
import type { KeyStatus } from '../../core/keypool/keys/key-status';
import type { RosterKey } from '../keys/roster-key';

/** What was sent with a key in a day. */
export type DayOfKey = NonNullable<KeyDto['day']>;

/** What is known of a key besides what it is and how it stands. */
export interface KeyRecord {
  readonly lastUsedAtMs: number | undefined;
  readonly lastError: string | undefined;
  readonly egress: string | undefined;
  readonly day: DayOfKey | undefined;
}

const UNUSED: DayOfKey = { calls: 0, failures: 0, tokens: 0 };

/** A key as the dashboard sees it. */
export function toKeyDto(
  { kind, source, key, note, createdAtMs }: RosterKey,
  status: KeyStatus,
  { lastUsedAtMs, lastError, egress, day = UNUSED }: KeyRecord,
): KeyDto {
  return {
    id: key.id,
    maskedSecret: key.secret.mask(),
    kind,
    state: status.state,
    holds: status.holds.map(toHoldDto),
    failures: status.failures,
    inFlight: status.inFlight,
    weight: key.weight,
    project: status.project,
    group: key.group,
    note,
    source,
    createdAtMs,
    lastUsedAtMs,
    lastError,
    egress,
    day,
  };
}

function toHoldDto({ scope, reason, untilMs }: Hold): KeyHoldDto {
  return { scope, reason, ...(untilMs === Infinity ? {} : { untilMs }) };
}
