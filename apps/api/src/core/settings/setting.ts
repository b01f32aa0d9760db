import type { ModelKind } from '@gemini-balance/shared';

/** A text in the two languages of the dashboard: English and 简体中文. */
export interface Localised {
  readonly en: string;
  readonly zh: string;
}

/**
 * What changing the setting does: it acts at once (`live`), after a restart,
 * or never (`none`: accepted so that an old `.env` keeps working).
 */
export type Effect = 'live' | 'restart' | 'none';

/** How the value is entered and shown. */
export type SettingKind =
  | 'text'
  | 'url'
  | 'integer'
  | 'decimal'
  | 'toggle'
  | 'choice'
  | 'text-list'
  | 'text-map'
  | 'number-map'
  | 'safety'
  | 'secret'
  | 'secret-list';

/** A value as JSON writes it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** A value that was understood, or a sentence about what is wrong with it. The sentence never repeats the value. */
export type Parsed<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: string };

/** Limits and offers that a form shows beside the field. */
export interface Constraints {
  readonly min?: number;
  readonly max?: number;
  readonly unit?: 'seconds' | 'minutes' | 'hours' | 'days' | 'MB' | 'tokens' | 'characters';
  /** The only values allowed. */
  readonly options?: readonly string[];
  /** Values worth offering; others are allowed. */
  readonly suggestions?: readonly string[];
  /** What the text, each item of the list or each name of the map stands for, where a form can offer more than a text field. */
  readonly of?: 'model' | 'proxy' | 'header' | 'time-zone' | 'address-range' | 'origin';
  /** Where it stands for models: the kinds that suit, which a form offers first; all of them suit where absent. */
  readonly modelKinds?: readonly ModelKind[];
}

/** What every declaration says, whatever its kind. */
export interface Declaration<Value> {
  readonly label: Localised;
  readonly help: Localised;
  readonly default: Value;
  /** `live` unless said otherwise. */
  readonly effect?: Effect;
  /** Read from the environment alone; the dashboard shows it and cannot change it. */
  readonly isEnvOnly?: boolean;
  /** The dashboard page that owns what the environment names; the entries are imported there at each start. */
  readonly managedAt?: '/keys' | '/tokens';
  /** May hold credentials in its middle, so its override is stored encrypted although an administrator may read it. */
  readonly isStoredEncrypted?: boolean;
}

/** How values of one kind are read and written. */
export interface Codec<Value> {
  /** Reads what an environment variable holds, already unquoted and not empty. */
  fromText(text: string): Parsed<Value>;
  /** Reads a JSON value: a stored override, or what a form sends. */
  fromJson(json: unknown): Parsed<Value>;
  /** The inverse of `fromJson`; reveals secrets. */
  toJson(value: Value): Json;
}

/** One declared setting: its type, its limits, how it is read and what it is called. */
export interface Setting<Value> extends Codec<Value> {
  readonly kind: SettingKind;
  readonly label: Localised;
  readonly help: Localised;
  readonly default: Value;
  readonly effect: Effect;
  readonly isEnvOnly: boolean;
  readonly managedAt: Declaration<Value>['managedAt'];
  /** Its value never leaves the server. */
  readonly isSecret: boolean;
  readonly isStoredEncrypted: boolean;
  readonly constraints: Constraints;
}

/** The type that a setting's value has in a snapshot. */
export type ValueOf<S> = S extends Setting<infer Value> ? Value : never;

/** Joins a declaration with the codec of its kind. */
export function declareSetting<Value>(
  kind: SettingKind,
  declaration: Declaration<Value>,
  constraints: Constraints,
  codec: Codec<Value>,
): Setting<Value> {
  const isSecret = kind === 'secret' || kind === 'secret-list';
  return {
    kind,
    label: declaration.label,
    help: declaration.help,
    default: declaration.default,
    effect: declaration.effect ?? 'live',
    isEnvOnly: declaration.isEnvOnly ?? declaration.managedAt !== undefined,
    managedAt: declaration.managedAt,
    isSecret,
    isStoredEncrypted: isSecret || (declaration.isStoredEncrypted ?? false),
    constraints,
    fromText: (text) => codec.fromText(text),
    fromJson: (json) => codec.fromJson(json),
    toJson: (value) => codec.toJson(value),
  };
}

export function understood<Value>(value: Value): Parsed<Value> {
  return { ok: true, value };
}

export function misread(problem: string): { readonly ok: false; readonly problem: string } {
  return { ok: false, problem };
}
