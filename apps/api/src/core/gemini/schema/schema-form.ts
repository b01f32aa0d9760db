import type { JsonObject } from '../../json-object';

/** One of the two forms in which upstream takes schemas. */
export interface SchemaForm {
  /** Whether `$ref` and `$defs` are known; else what is referred to is put in their place. */
  readonly keepsReferences: boolean;
  /** What stands where any value may. */
  readonly anything: JsonObject;
  readonly keywords: Readonly<Record<string, Keyword>>;
  /** Mends what can only be seen once all keywords are cleaned. */
  finish(node: Record<string, unknown>, walk: Walk): JsonObject;
}

/** The fields that stand for a keyword of a node; undefined removes it, and that is noted. */
export type Keyword = (value: unknown, walk: Walk, node: JsonObject) => JsonObject | undefined;

/** What a form may ask for while a schema is walked. */
export interface Walk {
  readonly isRoot: boolean;
  /** The cleaned form of a schema inside this one. */
  below(schema: unknown): JsonObject;
  /** The same for one of several; empty where it takes anything. */
  alternative(schema: unknown): JsonObject;
  /** Names a change by its keyword, never by a value. */
  note(change: string): void;
}
