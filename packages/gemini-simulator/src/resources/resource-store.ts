import { createHash, randomBytes } from 'node:crypto';

/** Something that a project keeps: metadata, and for a file its bytes. */
export interface StoredResource {
  readonly name: string;
  readonly project: string;
  /** As a GET tells it. */
  body: Readonly<Record<string, unknown>>;
  readonly bytes?: Buffer;
  /** What the next GET tells: an operation that is done, a film that was looked through. */
  next?: Readonly<Record<string, unknown>>;
}

/** What all projects keep. Each reaches its own only. */
export class ResourceStore {
  readonly #byName = new Map<string, StoredResource>();

  add(resource: StoredResource): StoredResource {
    this.#byName.set(resource.name, resource);
    return resource;
  }

  find(project: string, name: string): StoredResource | undefined {
    const found = this.#byName.get(name);
    return found?.project === project ? found : undefined;
  }

  /** Whose it is; undefined where nobody has something of that name. */
  projectOf(name: string): string | undefined {
    return this.#byName.get(name)?.project;
  }

  /** Whether anybody has something of that name. */
  isTaken(name: string): boolean {
    return this.#byName.has(name);
  }

  /** With all that lies in it. */
  remove(name: string): void {
    for (const each of this.#byName.keys())
      if (each === name || each.startsWith(`${name}/`)) this.#byName.delete(each);
  }

  /** Those directly in the collection, oldest first. */
  list(project: string, collection: string): StoredResource[] {
    return [...this.#byName.values()].filter(
      ({ name, project: owner }) => owner === project && name.slice(0, name.lastIndexOf('/')) === collection,
    );
  }
}

/** Names are random in upstream as well: no test may depend on them. */
export function freshId(): string {
  return randomBytes(6).toString('hex');
}

export function sha256Base64(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64');
}
