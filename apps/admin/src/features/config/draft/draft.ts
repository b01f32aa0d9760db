import type { ChangeSettingsDto, SettingDto, SettingValue } from '@gemini-balance/shared';

/** A change of one setting that is not saved: another value, or its override taken back. */
export type Change =
  | {
      kind: 'set';
      value: SettingValue;
      /** Whether something has to be mended before it can be sent. */
      isIncomplete?: boolean;
    }
  | { kind: 'reset' };

/** What an administrator changed and did not save. */
export interface Draft {
  /** Of the settings that the changes were made to. */
  revision: number;
  /** By name; `from` is the setting as it was when it was first changed. */
  changes: Readonly<Record<string, { change: Change; from: SettingDto }>>;
}

/** The draft with one more change; a change that leads back to what holds is none. */
export function withChange(draft: Draft, setting: SettingDto, change: Change): Draft {
  if (isNoChange(setting, change)) return without(draft, setting.name);
  const from = draft.changes[setting.name]?.from ?? setting;
  return { ...draft, changes: { ...draft.changes, [setting.name]: { change, from } } };
}

/** The draft without the change of one setting. */
export function without(draft: Draft, name: string): Draft {
  return {
    ...draft,
    changes: Object.fromEntries(Object.entries(draft.changes).filter(([key]) => key !== name)),
  };
}

/** What is sent: only what changed, and of which revision. */
export function toChangeSettings(draft: Draft): ChangeSettingsDto {
  const entries = Object.entries(draft.changes);
  return {
    set: Object.fromEntries(
      entries.flatMap(([name, { change }]) => (change.kind === 'set' ? [[name, change.value]] : [])),
    ),
    reset: entries.filter(([, { change }]) => change.kind === 'reset').map(([name]) => name),
    revision: draft.revision,
  };
}

/** Whether somebody else gave the setting another value since it was changed here. */
export function isChangedByOthers(from: SettingDto, present: SettingDto): boolean {
  return !isSame(from.value, present.value) || from.source !== present.source;
}

/** The value that a form shows: the changed one, else the one that holds. */
export function valueIn(draft: Draft, setting: SettingDto): SettingValue {
  const change = draft.changes[setting.name]?.change;
  if (!change) return setting.value;
  return change.kind === 'set' ? change.value : setting.base.value;
}

function isNoChange(setting: SettingDto, change: Change): boolean {
  if (change.kind === 'reset') return setting.source !== 'override';
  return !change.isIncomplete && !setting.isSecret && isSame(change.value, setting.value);
}

function isSame(one: SettingValue, other: SettingValue): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
