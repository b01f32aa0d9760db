import { Secret } from '../secret';
import { GROUPS, type SettingName, type Settings } from './registry';
import type { Resolution } from './resolve';
import type { Constraints, Effect, Json, Localised, Setting, SettingKind } from './setting';
import type { Source } from './source';

const MOST_MASKED = 20;

/** A setting as a form shows it. Values of secrets are null; `isSet` tells whether there is one. */
export interface SettingDescription extends Constraints {
  readonly name: SettingName;
  readonly group: { readonly id: string; readonly label: Localised };
  readonly kind: SettingKind;
  readonly label: Localised;
  readonly help: Localised;
  readonly effect: Effect;
  readonly isSecret: boolean;
  readonly isEnvOnly: boolean;
  readonly managedAt?: Setting<unknown>['managedAt'];
  readonly source: Source;
  readonly isSet: boolean;
  readonly value: Json;
  /** The ends of each secret that is set, up to {@link MOST_MASKED}; absent for what is no secret. */
  readonly masked?: string[];
  readonly default: Json;
  /** What holds when the override is taken back, and where it comes from. */
  readonly base: { readonly source: Source; readonly value: Json };
}

/** Every setting, in the order of the groups. `base` is the resolution without overrides. */
export function describeSettings(effective: Resolution, base: Resolution): SettingDescription[] {
  return GROUPS.flatMap((group) =>
    Object.entries(group.settings as Readonly<Record<string, Setting<unknown>>>).map(([key, setting]) => {
      const name = key as SettingName;
      const { kind, label, help, effect, isSecret, isEnvOnly, managedAt } = setting;
      return {
        ...setting.constraints,
        name,
        group: { id: group.id, label: group.label },
        kind,
        label,
        help,
        effect,
        isSecret,
        isEnvOnly,
        ...(managedAt !== undefined && { managedAt }),
        source: effective.sources[name],
        isSet: effective.sources[name] !== 'default',
        value: shown(setting, effective.settings, name),
        ...(isSecret && { masked: masked(effective.settings[name]) }),
        default: isSecret ? null : setting.toJson(setting.default),
        base: { source: base.sources[name], value: shown(setting, base.settings, name) },
      };
    }),
  );
}

function shown(setting: Setting<unknown>, settings: Settings, name: SettingName): Json {
  return setting.isSecret ? null : setting.toJson(settings[name]);
}

/** The first of them: there may be a hundred thousand keys. */
function masked(value: unknown): string[] {
  return [value]
    .flat()
    .slice(0, MOST_MASKED)
    .flatMap((secret) => (secret instanceof Secret ? [secret.mask()] : []));
}
