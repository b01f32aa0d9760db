import { resourceNameOf, withParents } from '../../core/gemini/resources/resource-name';
import { isJsonObject } from '../../core/json-object';
import type { ResourcePath } from './resource-path';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long upstream keeps what it gives no end of; without an entry, for good (docs/protocol-notes.md, "Resources"). */
const LIFETIMES_MS: Readonly<Record<string, number>> = {
  files: 48 * HOUR_MS,
  generatedFiles: 48 * HOUR_MS,
  interactions: 60 * DAY_MS,
  batches: 60 * DAY_MS,
  auth_tokens: 2 * DAY_MS,
};
const OPERATION_MS = 60 * DAY_MS;

const LINK_FIELDS = new Set(['uri', 'responsesFile', 'responses_file', 'downloadUri']);
const DEEPEST = 12;

/** A resource that a reply tells of. */
export interface NamedResource {
  readonly name: string;
  /** Kept of files alone: other replies hold what clients have written. */
  readonly body?: unknown;
  /** When upstream removes it, as it says itself. */
  readonly endsAtMs: number | undefined;
  /** How long upstream keeps its like; undefined for good. */
  readonly lifetimeMs: number | undefined;
}

/** The resources that a reply to a call about `path` tells of: the one it is about, and those it has led to. */
export function namedInReply(path: Pick<ResourcePath, 'name'>, reply: unknown): NamedResource[] {
  if (!isJsonObject(reply)) return [];
  const about = isJsonObject(reply.file) ? reply.file : reply;
  const own = nameOf(about, path);
  const names = own === undefined ? [] : [own, ...rootOf(own)];
  const results = [reply.response, isJsonObject(reply.metadata) ? reply.metadata.output : undefined];
  const links = results.flatMap((result) => [...linksIn(result, DEEPEST)]);
  return [
    ...names.map((name) => named(name, name === own ? about : undefined)),
    ...links.map((name) => named(name)),
  ];
}

/** What upstream gives an id but no name is named by its collection. */
function nameOf(
  { name, id }: Readonly<Record<string, unknown>>,
  { name: asked }: Pick<ResourcePath, 'name'>,
): string | undefined {
  if (typeof name === 'string')
    return name.startsWith('models/') && !name.includes('/operations/') ? undefined : resourceNameOf(name);
  if (typeof id !== 'string' || id === '') return undefined;
  return asked.endsWith(`/${id}`) ? asked : `${asked}/${id}`;
}

/** The operation that makes a tuned model is named after the model. */
function rootOf(name: string): string[] {
  return withParents(name)
    .slice(1)
    .filter((parent) => parent.split('/').length === 2 && !parent.startsWith('models/'));
}

function* linksIn(value: unknown, levels: number): Generator<string> {
  if (typeof value !== 'object' || value === null || levels === 0) return;
  for (const [field, held] of Object.entries(value)) {
    const name = LINK_FIELDS.has(field) && typeof held === 'string' ? resourceNameOf(held) : undefined;
    if (name !== undefined) yield name;
    else yield* linksIn(held, levels - 1);
  }
}

function named(name: string, about: Readonly<Record<string, unknown>> = {}): NamedResource {
  const body = name.startsWith('files/') && about.name === name ? about : undefined;
  const endsAtMs = Date.parse(String(about.expirationTime ?? about.expireTime));
  return {
    name,
    ...(body !== undefined && { body }),
    endsAtMs: Number.isNaN(endsAtMs) ? undefined : endsAtMs,
    lifetimeMs: /(^|\/)operations\//.test(name) ? OPERATION_MS : LIFETIMES_MS[name.split('/', 1)[0]!],
  };
}
