import { UnknownPathError } from '../../core/gateway-error';

/** What a path below the API version means. */
export interface ResourcePath {
  /** As it is sent on, without a slash at the beginning: `files/x:download`. */
  readonly path: string;
  /** Without the verb: `files/x`, or `files` for the collection. */
  readonly name: string;
  /** `files` */
  readonly collection: string;
  /** `download`; undefined where there is none. */
  readonly verb: string | undefined;
  /** Whether the path means the collection, and nothing in it. */
  readonly isCollection: boolean;
}

const COLLECTION = /^[a-zA-Z][a-zA-Z0-9_-]*$/;

/** Reads what follows the API version, percent-decoded. @throws UnknownPathError for what cannot be a resource */
export function parseResourcePath(tail: string): ResourcePath {
  const verb = /:([a-zA-Z]+)$/.exec(tail)?.[1];
  const name = verb === undefined ? tail : tail.slice(0, -verb.length - 1);
  const segments = name.split('/');
  const [collection = ''] = segments;
  const isSound =
    COLLECTION.test(collection) &&
    segments.every((segment) => segment !== '' && segment !== '.' && segment !== '..');
  if (!isSound) throw new UnknownPathError(`This gateway has no resource ${tail.slice(0, 120)}.`);
  const encoded = segments.map((segment) => encodeURIComponent(segment)).join('/');
  return {
    path: verb === undefined ? encoded : `${encoded}:${verb}`,
    name,
    collection,
    verb,
    isCollection: segments.length === 1,
  };
}
