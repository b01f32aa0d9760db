import { isJsonObject, type JsonObject } from '../../json-object';
import { mergedSchemas } from './merge-schemas';
import type { References } from './references';

export interface FlattenContext {
  readonly references: References;
  readonly keepsReferences: boolean;
  /** References that stand for something around this schema. */
  readonly open: ReadonlySet<string>;
  note(change: string): void;
}

/** A node without `allOf`, which is a reference and nothing else, or none. */
export interface FlatNode {
  readonly node: JsonObject;
  readonly open: ReadonlySet<string>;
}

/** Beside a reference these say nothing about a value. */
const SILENT = new Set(['$defs', 'definitions', '$schema', '$id', '$comment', '$anchor']);
const DEEPEST_MERGE = 32;

/** Merges `allOf` into the schema, and puts what a reference points to in its place where it cannot stay. */
export function flattened(schema: JsonObject, context: FlattenContext, depth = 0): FlatNode {
  let flat: FlatNode = { node: schema, open: context.open };
  while (typeof flat.node.$ref === 'string' || Array.isArray(flat.node.allOf)) {
    const { $ref: reference, ...rest } = flat.node;
    if (typeof reference !== 'string') {
      flat = merged(flat, context, depth);
      continue;
    }
    const isAlone = Object.keys(rest).every((name) => SILENT.has(name));
    const kept = context.keepsReferences ? context.references.asDefinition(reference) : undefined;
    if (kept !== undefined && isAlone) return { ...flat, node: { $ref: kept } };
    const isRecursive = flat.open.has(reference);
    const target = isRecursive ? undefined : context.references.target(reference);
    if (target === undefined && kept !== undefined) {
      context.note('what stood beside $ref removed');
      return { ...flat, node: { $ref: kept } };
    }
    context.note(target === undefined ? '$ref removed' : '$ref replaced by what it points to');
    flat = {
      node: mergedSchemas(rest, target ?? (isRecursive ? { type: 'object' } : {}), context.note),
      open: new Set([...flat.open, reference]),
    };
  }
  return flat;
}

function merged({ node, open }: FlatNode, context: FlattenContext, depth: number): FlatNode {
  const { allOf, ...rest } = node;
  context.note('allOf merged');
  const members = (allOf as unknown[]).filter(isJsonObject);
  const [only] = members;
  if (only !== undefined && members.length === 1 && Object.keys(rest).length === 0)
    return { node: only, open };
  if (depth > DEEPEST_MERGE) return { node: rest, open };
  let flat: FlatNode = { node: rest, open };
  for (const member of members) {
    const inner = flattened(member, { ...context, keepsReferences: false, open: flat.open }, depth + 1);
    flat = {
      node: mergedSchemas(flat.node, inner.node, context.note),
      open: new Set([...flat.open, ...inner.open]),
    };
  }
  return flat;
}
