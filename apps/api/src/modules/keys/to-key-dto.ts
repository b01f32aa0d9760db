import type { KeyDto, KeyHoldDto } from '@gemini-balance/shared';
import type { Hold } from '../../core/keypool/hold';
import type { KeyStatus } from '../../core/keypool/key-status';
import type { ApiKeyEntity } from './api-key.entity';
import type { LearntFields } from './key-field-changes';
import type { RosterKey } from './roster-key';

/**
 * A key as the dashboard sees it.
 * @param unstored what was learnt about it and the row lacks still.
 */
export function toKeyDto(
  { kind, source, key }: RosterKey,
  row: ApiKeyEntity,
  status: KeyStatus,
  unstored: LearntFields,
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
    group: row.groupName ?? undefined,
    note: row.note ?? undefined,
    source,
    createdAtMs: row.createdAtMs,
    lastUsedAtMs: unstored.lastUsedAtMs ?? row.lastUsedAtMs ?? undefined,
    lastError: unstored.lastError ?? row.lastError ?? undefined,
  };
}

function toHoldDto({ scope, reason, untilMs }: Hold): KeyHoldDto {
  return { scope, reason, ...(untilMs === Infinity ? {} : { untilMs }) };
}
