import { InvalidRequestError } from '../../gateway-error';
import { isJsonObject, type JsonObject } from '../../json-object';

/** Checks the outermost fields of a native request. @throws InvalidRequestError naming the field */
export type RequestCheck = (request: JsonObject) => void;

/** Parsing a larger body would hold up everybody else; what is wrong in it, upstream says. */
const LARGEST_PARSED_BYTES = 256 * 1024;

/**
 * Refuses what cannot be a request, so that it never costs a call. Fields that upstream may add pass.
 * Upstream takes camelCase and snake_case, and a single item where a list of one is meant, so all of them pass here.
 * @param contentEncoding of the body; what is compressed is for upstream to read
 * @returns the request; undefined where it was too large or packed to be read
 */
export function checkEnvelope(
  body: Buffer,
  contentEncoding: string | undefined,
  check: RequestCheck,
  largestBytes = LARGEST_PARSED_BYTES,
): JsonObject | undefined {
  if (body.length === 0) throw new InvalidRequestError('The request has no body. Send a JSON object.');
  if (contentEncoding !== undefined && contentEncoding !== 'identity') return undefined;
  if (body.length > largestBytes) return undefined;
  const request = parsed(body);
  if (!isJsonObject(request)) throw new InvalidRequestError('The request body has to be a JSON object.');
  check(request);
  return request;
}

export const checkContents: RequestCheck = (request) => {
  checkContentList(request.contents, 'contents');
  checkObject(request, 'systemInstruction', 'system_instruction');
  checkObject(request, 'generationConfig', 'generation_config');
  checkObject(request, 'toolConfig', 'tool_config');
  checkList(request, 'safetySettings', 'safety_settings');
  checkList(request, 'tools');
};

export const checkCountTokens: RequestCheck = (request) => {
  const wrapped = request.generateContentRequest ?? request.generate_content_request;
  if (wrapped === undefined) return checkContentList(request.contents, 'contents');
  if (!isJsonObject(wrapped)) throw wrong('generateContentRequest', 'an object');
};

export const checkEmbed: RequestCheck = (request) => {
  if (!isJsonObject(request.content)) throw wrong('content', 'an object with parts');
};

export const checkEmbedBatch: RequestCheck = ({ requests }) => {
  const items = itemsOf(requests);
  if (items === undefined || items.length === 0) throw wrong('requests', 'a list of at least one request');
  items.forEach((request, index) => {
    if (!isJsonObject(request) || !isJsonObject(request.content))
      throw wrong(`requests[${index}].content`, 'an object with parts');
  });
};

function checkContentList(contents: unknown, field: string): void {
  const items = itemsOf(contents);
  if (items === undefined || items.length === 0) throw wrong(field, 'a list of at least one content');
  items.forEach((content, index) => {
    if (!isJsonObject(content)) throw wrong(`${field}[${index}]`, 'an object with parts');
    if (content.parts !== undefined && itemsOf(content.parts) === undefined)
      throw wrong(`${field}[${index}].parts`, 'a list');
  });
}

function checkObject(request: JsonObject, ...names: string[]): void {
  for (const name of names) {
    if (request[name] != null && !isJsonObject(request[name])) throw wrong(name, 'an object');
  }
}

function checkList(request: JsonObject, ...names: string[]): void {
  for (const name of names) {
    if (request[name] != null && itemsOf(request[name]) === undefined) throw wrong(name, 'a list');
  }
}

/** The items of a list, which upstream also takes as a single object. Undefined for anything else. */
function itemsOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as unknown[];
  return isJsonObject(value) ? [value] : undefined;
}

function wrong(field: string, expected: string): InvalidRequestError {
  return new InvalidRequestError(`${field} has to be ${expected}.`, { field });
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw new InvalidRequestError(`The request body is not valid JSON: ${(error as Error).message}`);
  }
}
