import { isJsonObject, type JsonObject } from '../../json-object';

const DEFINITION = /^#\/(?:\$defs|definitions)\/([^/]+)$/;
/** How often something may be put in the place of a reference: definitions that refer to each other multiply. */
const MOST_INLINED = 256;

/** What the references of one schema point to. */
export class References {
  #inlined = 0;

  constructor(private readonly root: JsonObject) {}

  /** The schema behind a reference, to stand in its place; undefined for one that leads nowhere, or too far. */
  target(reference: string): JsonObject | undefined {
    if (this.#inlined >= MOST_INLINED) return undefined;
    const target = this.#find(reference);
    if (target !== undefined) this.#inlined++;
    return target;
  }

  /** The reference as upstream follows it: to the root, or to one of its `$defs`. Undefined where it cannot. */
  asDefinition(reference: string): string | undefined {
    if (reference === '#') return reference;
    const [, name] = DEFINITION.exec(reference) ?? [];
    return name !== undefined && this.#find(reference) !== undefined ? `#/$defs/${name}` : undefined;
  }

  #find(reference: string): JsonObject | undefined {
    if (reference === '#') return this.root;
    if (!reference.startsWith('#/')) return undefined;
    let found: unknown = this.root;
    for (const segment of reference.slice(2).split('/')) {
      const name = decoded(segment);
      found = isContainer(found) && Object.hasOwn(found, name) ? found[name] : undefined;
    }
    return isJsonObject(found) ? found : undefined;
  }
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** A segment of a JSON pointer inside a URI. */
function decoded(segment: string): string {
  const pointer = segment.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}
