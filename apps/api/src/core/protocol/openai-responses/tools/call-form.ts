import type { JsonObject } from '../../../json-object';
import type { DeclaredTool } from '../../tools/client-tools';

/** Kinds of calls that clients run. Each has items of its own for the call and for its result. */
export type CallKind = 'function' | 'custom' | 'local_shell' | 'shell' | 'apply_patch' | 'tool_search';

/** How the client knows a tool: plain values, so that they can cross from one thread to another. */
export interface KnownTool {
  readonly kind: CallKind;
  readonly name: string;
  /** The group of tools that it was declared in. */
  readonly namespace?: string;
}

/** How calls of one kind are written as items. */
export interface CallForm {
  /** The type of the item that holds a call: `function_call`. */
  readonly callType: string;
  /** The type of the item that holds its result: `function_call_output`. */
  readonly resultType: string;
  readonly idPrefix: string;
  /** The field that streams while the item is made, and the name of its events; undefined where the item comes whole. */
  readonly streamed?: { readonly field: string; readonly event: string };
  /** What the item says of a call. */
  fieldsOf(args: JsonObject, tool: KnownTool): JsonObject;
  /** The arguments of the call that an item holds. */
  argsOf(item: JsonObject): JsonObject;
}

/** A kind of tool that needs no definition by the client: what upstream is told of it. */
export interface ReadyMadeTool {
  declared(tool: JsonObject): DeclaredTool;
}

/** The fields that are neither null nor absent. */
export function given(fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
}
