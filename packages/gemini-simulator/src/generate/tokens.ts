import type { Content, GenerateRequest, Part } from './generate-request';

const TOKENS_OF_A_FILE = 258;

/** Four characters are a token; a picture or another file is 258. */
export function tokensOfText(text: string): number {
  return Math.ceil(text.length / 4);
}

/** Texts are counted as one, so that an answer costs the same however it is cut into parts. */
export function tokensOfParts(parts: readonly Part[]): number {
  const others = parts.filter((part) => part.text === undefined);
  return (
    tokensOfText(parts.map((part) => part.text ?? '').join('')) +
    others.reduce((sum, part) => sum + tokensOfOther(part), 0)
  );
}

export function tokensOfContents(contents: readonly Content[]): number {
  return contents.reduce((sum, content) => sum + tokensOfParts(content.parts ?? []), 0);
}

/** What the request costs as input: contents, system instruction and tools. */
export function inputTokens(request: GenerateRequest): number {
  const system = request.systemInstruction ? tokensOfContents([request.systemInstruction]) : 0;
  const tools = request.tools?.length ? tokensOfText(JSON.stringify(request.tools)) : 0;
  return tokensOfContents(request.contents ?? []) + system + tools;
}

function tokensOfOther(part: Part): number {
  if (part.inlineData || part.fileData) return TOKENS_OF_A_FILE;
  return tokensOfText(JSON.stringify(part.functionCall ?? part.functionResponse ?? part));
}
