import { KEY_KINDS, type KeyKind } from '@gemini-balance/shared';
import { REGISTRY } from '../core/settings/registry';
import type { SettingsStore } from '../core/settings/settings-store';
import type { Json } from '../core/settings/setting';
import { sha256 } from '../core/sha256';
import { isOldDefault } from './old-defaults';
import type { OldFile } from './old-installation';
import { oldList, oldText } from './old-values';

/** A token of the old installation that is not known here yet. */
export interface TakenToken {
  readonly text: string;
  readonly name: string;
  readonly role: 'admin' | 'client';
}

/** A setting that is not taken over, and why: the end of a sentence that begins with its name. */
export interface LeftSetting {
  readonly name: string;
  readonly why: string;
}

/** What a takeover will do. Holds secrets. */
export interface TakeoverPlan {
  readonly keys: ReadonlyMap<KeyKind, { readonly fresh: readonly string[]; readonly known: number }>;
  readonly tokens: readonly TakenToken[];
  readonly knownTokens: number;
  /** New values of settings, by name. */
  readonly settings: ReadonlyMap<string, Json>;
  readonly left: readonly LeftSetting[];
  /** Files that upstream still has. */
  readonly files: readonly OldFile[];
}

/** What is known here already. */
export interface Known {
  readonly keyHashes: ReadonlyMap<KeyKind, ReadonlySet<string>>;
  readonly tokenDigests: ReadonlySet<string>;
  readonly settings: Pick<SettingsStore, 'current'>;
  readonly nowMs: number;
}

/** Compares an old installation with this one. Pure: what is there already is in `known`. */
export function planTakeover(
  values: ReadonlyMap<string, string>,
  files: readonly OldFile[],
  known: Known,
): TakeoverPlan {
  const tokens = oldTokens(values);
  const fresh = tokens.filter(({ text }) => !known.tokenDigests.has(sha256(text)));
  return {
    keys: new Map(KEY_KINDS.map((kind) => [kind, planKeys(kind, values, known)])),
    tokens: fresh,
    knownTokens: tokens.length - fresh.length,
    ...planSettings(values, known),
    files: files.filter(({ expiresAtMs }) => expiresAtMs > known.nowMs),
  };
}

const KEY_SETTING: Readonly<Record<KeyKind, string>> = {
  gemini: 'API_KEYS',
  vertex: 'VERTEX_API_KEYS',
  paid: 'PAID_KEY',
};

function planKeys(
  kind: KeyKind,
  values: ReadonlyMap<string, string>,
  { keyHashes }: Known,
): { fresh: string[]; known: number } {
  const all = oldList(values, KEY_SETTING[kind]);
  const hashes = keyHashes.get(kind);
  const fresh = all.filter((key) => hashes?.has(sha256(key)) !== true);
  return { fresh, known: all.length - fresh.length };
}

/** Without an AUTH_TOKEN the first of the client tokens opens the old dashboard. */
function oldTokens(values: ReadonlyMap<string, string>): TakenToken[] {
  const clients = oldList(values, 'ALLOWED_TOKENS');
  const admin = oldText(values, 'AUTH_TOKEN') ?? clients[0];
  const taken = clients
    .filter((text) => text !== admin)
    .map((text, index): TakenToken => ({ text, name: `Taken over ${index + 1}`, role: 'client' }));
  return admin === undefined ? taken : [{ text: admin, name: 'Taken over', role: 'admin' }, ...taken];
}

function planSettings(
  values: ReadonlyMap<string, string>,
  { settings }: Known,
): Pick<TakeoverPlan, 'settings' | 'left'> {
  const taken = new Map<string, Json>();
  const left: LeftSetting[] = [];
  for (const [name, setting] of REGISTRY) {
    const text = values.get(name);
    if (text === undefined || setting.managedAt !== undefined || isOldDefault(name, text)) continue;
    const parsed = setting.fromText(text);
    if (!parsed.ok) {
      left.push({ name, why: parsed.problem });
      continue;
    }
    const wanted = setting.toJson(parsed.value);
    if (JSON.stringify(wanted) === JSON.stringify(setting.toJson(settings.current[name]))) continue;
    if (setting.isEnvOnly) left.push({ name, why: 'is set in the environment alone' });
    else if (setting.effect === 'none') left.push({ name, why: 'has no effect here' });
    else taken.set(name, wanted);
  }
  return { settings: taken, left };
}
