import type { Localised, Setting } from './setting';

/** Settings shown together: a tab of the config page, a section of the documents. */
export interface SettingGroup<Declared extends Readonly<Record<string, Setting<unknown>>>> {
  /** Stable, kebab-case. */
  readonly id: string;
  readonly label: Localised;
  /** The settings by name, in the order in which they are shown. */
  readonly settings: Declared;
}

export function group<Declared extends Readonly<Record<string, Setting<unknown>>>>(
  id: string,
  label: Localised,
  settings: Declared,
): SettingGroup<Declared> {
  return { id, label, settings };
}
