import { DEEPEST_JSON, isDeeperThan, isJsonObject } from '../../json-object';
import { sha256 } from '../../sha256';
import type { CallKey } from '../protocol-adapter';
import type { MadeCall } from './made-call';

/** Names what was called, and with which arguments, in 32 hexadecimal digits; however their JSON is written. */
export function callDigest({ name, args }: Pick<MadeCall, 'name' | 'args'>): string {
  return digestOf(`${name}\n${isDeeperThan(args, DEEPEST_JSON) ? '' : JSON.stringify(sorted(args))}`);
}

/** Names a conversation by the texts that it began with, before the model spoke. The same in each of its turns. */
export function threadDigest(openingTexts: readonly string[]): string {
  return digestOf(JSON.stringify(openingTexts));
}

/** Older forms give calls no id; theirs is empty, which no call is stored under. */
export function callKeyOf(call: MadeCall): CallKey {
  return { callId: call.id ?? '', digest: callDigest(call) };
}

/** The same call whatever its id was. */
export function underAnyId({ digest }: CallKey): CallKey {
  return { callId: '*', digest };
}

/** A key as one text, which a map can be sought by. */
export function textOfKey({ callId, digest }: CallKey): string {
  return `${digest} ${callId}`;
}

/** Objects as lists of their fields, by name. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isJsonObject(value)) return value;
  const names = Object.keys(value).sort();
  return { fields: names.map((name) => [name, sorted(value[name])]) };
}

function digestOf(text: string): string {
  return sha256(text).slice(0, 32);
}
