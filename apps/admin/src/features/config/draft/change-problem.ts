import type { SettingDto } from '@gemini-balance/shared';
import type { TFunction } from 'i18next';
import { ApiError } from '../../../lib/api-error';
import { problemOf } from './problem-of';
import type { DraftState } from './use-draft';

/** Why the change of a setting cannot be sent as it stands, in a sentence; undefined where it can, and where nothing was changed. */
export function changeProblem(
  { draft }: DraftState,
  setting: SettingDto,
  t: TFunction<'config'>,
): string | undefined {
  const change = draft.changes[setting.name]?.change;
  if (change?.kind !== 'set') return undefined;
  return problemOf(setting, change.value, t) ?? (change.isIncomplete ? t('problem.rows') : undefined);
}

/** What the gateway said about a setting when it refused the changes. */
export function refusalOf({ refusal }: DraftState, { name }: SettingDto): string | undefined {
  return refusal instanceof ApiError && refusal.field === name ? refusal.message : undefined;
}
