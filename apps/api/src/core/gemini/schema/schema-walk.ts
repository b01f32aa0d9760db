import { isJsonObject, type JsonObject } from '../../json-object';
import { flattened } from './flatten';
import { References } from './references';
import type { SchemaForm, Walk } from './schema-form';

/** Deeper schemas are refused upstream, and would fill the stack. */
const DEEPEST = 64;
/** A keyword that can be named in a header. */
const NAMEABLE = /^[$\w-]{1,40}$/;

/** One pass over a schema, which notes what it changes. */
export class SchemaWalk {
  readonly #changes = new Set<string>();
  readonly #references: References;

  constructor(
    root: JsonObject,
    private readonly form: SchemaForm,
  ) {
    this.#references = new References(root);
  }

  get changes(): readonly string[] {
    return [...this.#changes];
  }

  cleaned(root: JsonObject): JsonObject {
    return this.#clean(root, 0, new Set());
  }

  #clean(schema: unknown, depth: number, open: ReadonlySet<string>): JsonObject {
    if (schema === true) return {};
    if (!isJsonObject(schema)) {
      this.#note('what is no schema removed');
      return {};
    }
    if (depth > DEEPEST) {
      this.#note(`what is nested deeper than ${DEEPEST} removed`);
      return {};
    }
    const flat = flattened(schema, {
      references: this.#references,
      keepsReferences: this.form.keepsReferences && depth > 0,
      open,
      note: (change) => this.#note(change),
    });
    if (typeof flat.node.$ref === 'string') return flat.node;
    return this.form.finish(this.#keywords(flat.node, depth, flat.open), this.#walk(depth, flat.open));
  }

  #keywords(node: JsonObject, depth: number, open: ReadonlySet<string>): Record<string, unknown> {
    const walk = this.#walk(depth, open);
    const fields: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(node)) {
      const keyword = Object.hasOwn(this.form.keywords, name) ? this.form.keywords[name] : undefined;
      const field = keyword?.(value, walk, node);
      if (field === undefined) this.#note(`${NAMEABLE.test(name) ? name : 'a keyword'} removed`);
      else Object.assign(fields, field);
    }
    return fields;
  }

  #walk(depth: number, open: ReadonlySet<string>): Walk {
    return {
      isRoot: depth === 0,
      below: (schema) => this.#somethingOf(this.#clean(schema, depth + 1, open)),
      alternative: (schema) => this.#clean(schema, depth + 1, open),
      note: (change) => this.#note(change),
    };
  }

  #somethingOf(cleaned: JsonObject): JsonObject {
    return Object.keys(cleaned).length > 0 ? cleaned : this.form.anything;
  }

  #note(change: string): void {
    this.#changes.add(change);
  }
}
