import { isJsonObject, type JsonObject } from '../json-object';

/** Fields that only the Gemini API takes at the top of a request (docs/protocol-notes.md, "Vertex AI in express mode"). */
const UNKNOWN_FIELDS = ['serviceTier', 'service_tier'];
/** Parts that only the Gemini API has. */
const UNKNOWN_PARTS = ['toolCall', 'tool_call', 'toolResponse', 'tool_response'];
const CALL_PARTS = ['functionCall', 'function_call', 'functionResponse', 'function_response'];

/** The signature that passes the Gemini API's check only, and the one that passes everywhere. */
const GEMINI_PLACEHOLDER = 'context_engineering_is_the_way_to_go';
const PLACEHOLDER = 'skip_thought_signature_validator';

/**
 * A request for the Gemini API as Vertex AI takes it in express mode: every content has a role, calls have no ids, and what it
 * does not know is left out. The same object where nothing had to change.
 */
export function toVertexRequest(request: JsonObject): JsonObject {
  const known = without(request, UNKNOWN_FIELDS);
  const { contents } = known;
  if (contents === undefined) return known;
  const items = Array.isArray(contents) ? (contents as unknown[]) : [contents];
  const adapted = mapped(items, toVertexContent);
  return adapted === items ? known : { ...known, contents: adapted };
}

function toVertexContent(content: unknown): unknown {
  if (!isJsonObject(content)) return content;
  const spoken = content.role === undefined ? { role: 'user', ...content } : content;
  const { parts } = spoken;
  if (!Array.isArray(parts)) return spoken;
  const known = parts.filter((part) => !isUnknownPart(part));
  const adapted = mapped(known, toVertexPart);
  return known.length === parts.length && adapted === known ? spoken : { ...spoken, parts: adapted };
}

function isUnknownPart(part: unknown): boolean {
  return isJsonObject(part) && UNKNOWN_PARTS.some((name) => part[name] !== undefined);
}

function toVertexPart(part: unknown): unknown {
  if (!isJsonObject(part)) return part;
  let adapted = part;
  for (const name of CALL_PARTS) {
    const call = part[name];
    if (isJsonObject(call) && call.id !== undefined) adapted = { ...adapted, [name]: without(call, ['id']) };
  }
  for (const name of ['thoughtSignature', 'thought_signature'])
    if (part[name] === GEMINI_PLACEHOLDER) adapted = { ...adapted, [name]: PLACEHOLDER };
  return adapted;
}

/** The same array where every item stayed the same. */
function mapped(items: unknown[], change: (item: unknown) => unknown): unknown[] {
  const changed = items.map(change);
  return changed.every((item, index) => item === items[index]) ? items : changed;
}

function without(object: JsonObject, names: readonly string[]): JsonObject {
  return names.some((name) => Object.hasOwn(object, name))
    ? Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)))
    : object;
}
