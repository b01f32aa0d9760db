import type { KeyKind, ModelKeysDto } from '@gemini-balance/shared';
import type { ModelStanding } from '../../core/keypool/standing/model-standings';

export function toModelKeys(kind: KeyKind, standing: ModelStanding): ModelKeysDto {
  const { ready, resting, invalid, disabled, barred, total, nextAtMs, rest } = standing;
  return {
    kind,
    ready,
    resting,
    invalid,
    disabled,
    barred,
    total,
    ...(nextAtMs !== undefined && { nextAtMs }),
    ...(rest && { rest }),
  };
}
