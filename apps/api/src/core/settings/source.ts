import type { SettingName } from './registry';

/** Which layer gave a value. */
export type Source = 'default' | 'env' | 'override';

/** The layer that won, for every setting. */
export type Sources = Readonly<Record<SettingName, Source>>;
