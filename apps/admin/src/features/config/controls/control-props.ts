import type { SettingDto, SettingValue } from '@gemini-balance/shared';

/** What every control of a setting is given. */
export interface SettingControlProps {
  setting: SettingDto;
  value: SettingValue;
  /** `isIncomplete` says that what was typed is more than a value can tell, and has to be mended first: a row without a name. */
  onChange: (value: SettingValue, isIncomplete?: boolean) => void;
  isDisabled: boolean;
  /** Ties the control to its label and to what is said about it. */
  ids: { id: string; 'aria-describedby': string; 'aria-invalid': boolean; 'aria-label'?: string };
}
