import type { Content, GenerateRequest, Part } from '../generate-request';

const ROLES = new Set(['user', 'model', 'function', undefined, '']);
const DATA = [
  'text',
  'inlineData',
  'fileData',
  'functionCall',
  'functionResponse',
  'executableCode',
  'codeExecutionResult',
  'toolCall',
  'toolResponse',
] as const;

/** What upstream finds wrong with the conversation; undefined where it is in order. */
export function wrongContents(request: GenerateRequest): string | undefined {
  const contents = request.contents ?? [];
  if (contents.length === 0) return '* GenerateContentRequest.contents: contents is not specified\n';
  for (const [n, content] of contents.entries()) {
    const wrong = wrongContent(content, `GenerateContentRequest.contents[${n}]`) ?? wrongOrder(contents, n);
    if (wrong) return wrong;
  }
  return undefined;
}

function wrongContent(content: Content, path: string): string | undefined {
  if (!ROLES.has(content.role)) return 'Please use a valid role: user, model.';
  const parts = content.parts ?? [];
  if (parts.length === 0) return `* ${path}.parts: contents.parts must not be empty.\n`;
  const empty = parts.findIndex((part) => DATA.every((field) => part[field] === undefined));
  if (empty >= 0)
    return `* ${path}.parts[${empty}].data: required oneof field 'data' must have one initialized field\n`;
  const uncalled = parts.findIndex((part) => part.functionCall && !part.functionCall.name);
  if (uncalled >= 0) return `* ${path}.parts[${uncalled}].function_call.name: Name cannot be empty.\n`;
  const unnamed = parts.findIndex((part) => part.functionResponse && !part.functionResponse.name);
  if (unnamed >= 0) return `* ${path}.parts[${unnamed}].function_response.name: Name cannot be empty.\n`;
  return undefined;
}

// A model never gives results, and a user never calls.
function wrongSide(content: Content | undefined): string | undefined {
  if (content?.role === 'model' && count(content, 'functionResponse') > 0)
    return 'Please ensure that function response turn comes immediately after a function call turn.';
  return content?.role !== 'model' && count(content, 'functionCall') > 0
    ? 'Please ensure that function call turn comes immediately after a user turn or after a function response turn.'
    : undefined;
}

// The names of results are those of the calls, and ids, where both have them, belong together.
function wrongPairs(calling: Content | undefined, answering: Content | undefined): string | undefined {
  const calls = (calling?.parts ?? []).flatMap((part) => part.functionCall ?? []);
  const results = (answering?.parts ?? []).flatMap((part) => part.functionResponse ?? []);
  const stray = results.find(
    (result) =>
      !calls.some((call) => call.name === result.name && (!call.id || !result.id || call.id === result.id)),
  );
  return (
    stray && `Function response \`${stray.name}\` does not match any function call of the previous turn.`
  );
}

// Calls come straight after the user or a function result; each call has its result in the next content.
function wrongOrder(contents: readonly Content[], n: number): string | undefined {
  const content = contents[n];
  const calls = count(content, 'functionCall');
  const responses = count(content, 'functionResponse');
  if (calls > 0 && n === 0) {
    return 'Please ensure that function call turn comes immediately after a user turn or after a function response turn.';
  }
  if (responses > 0 && count(contents[n - 1], 'functionCall') === 0) {
    return 'Please ensure that function response turn comes immediately after a function call turn.';
  }
  const answered = count(contents[n + 1], 'functionResponse');
  if (calls > 0 && n + 1 < contents.length && answered !== calls) {
    return 'Please ensure that the number of function response parts is equal to the number of function call parts of the function call turn.';
  }
  return wrongSide(content) ?? (responses > 0 ? wrongPairs(contents[n - 1], content) : undefined);
}

function count(content: Content | undefined, field: keyof Part): number {
  return (content?.parts ?? []).filter((part) => part[field] !== undefined).length;
}
