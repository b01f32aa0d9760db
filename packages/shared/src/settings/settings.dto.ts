import type { ModelKind } from '../models/model.dto.js';
import type { SentenceDto } from '../sentences/sentence.dto.js';

/** A value as JSON writes it. */
export type SettingValue =
  null | boolean | number | string | readonly SettingValue[] | { readonly [name: string]: SettingValue };

/** A text in the languages of the dashboard. */
export interface LocalisedDto {
  en: string;
  zh: string;
}

/** default: nobody set it · env: the environment did · override: an administrator did, here. */
export type SettingSource = 'default' | 'env' | 'override';

/** live: a change acts at once · restart: at the next start · none: never. */
export type SettingEffect = 'live' | 'restart' | 'none';

/** One setting with its value, where that comes from, and what a form needs to change it. */
export interface SettingDto {
  name: string;
  group: { id: string; label: LocalisedDto };
  /** `text`, `url`, `integer`, `decimal`, `toggle`, `choice`, `text-list`, `text-map`, `number-map`, `safety`, `secret`, `secret-list`. */
  kind: string;
  label: LocalisedDto;
  help: LocalisedDto;
  effect: SettingEffect;
  /** Its values are null; `masked` shows their ends. */
  isSecret: boolean;
  /** Set in the environment alone. */
  isEnvOnly: boolean;
  /** The page that owns what the environment names. */
  managedAt?: string;
  source: SettingSource;
  isSet: boolean;
  value: SettingValue;
  /** For secrets that are set: `sk-abc…wxyz`, one for each of the first twenty. */
  masked?: string[];
  default: SettingValue;
  /** What holds when the override is taken back, and where it comes from. */
  base: { source: SettingSource; value: SettingValue };
  min?: number;
  max?: number;
  unit?: string;
  /** The only values allowed. */
  options?: readonly string[];
  /** Values worth offering; others are allowed. */
  suggestions?: readonly string[];
  /** What the text or each item stands for: `model`, `proxy`, `header`, `time-zone`, `address-range`, `origin`. */
  of?: string;
  /** Where it stands for models: the kinds that suit best; all of them where absent. */
  modelKinds?: readonly ModelKind[];
}

/** Something about a setting that the administrator should know; the sentence begins with its name. */
export interface SettingNoteDto extends SentenceDto {
  name: string;
}

/** Answer of `GET /api/settings` and of every change. */
export interface SettingsDto {
  /** Grows with each change, whoever makes it; also the `ETag`. */
  revision: number;
  /** In the order of the groups. */
  settings: SettingDto[];
  /** Stored values that are wrong and therefore passed over. */
  problems: SettingNoteDto[];
  /** Settings that do nothing, names that look mistyped. */
  notices: SettingNoteDto[];
}
