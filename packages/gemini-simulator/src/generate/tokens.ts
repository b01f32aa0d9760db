import { inlineDataOf, type Blob, type Content, type GenerateRequest, type Part } from './generate-request';
import { modalityOf, type Modality } from './modality';

const TOKENS_OF_A_FILE = 258;
// 32 tokens a second, of 16 kB.
const BYTES_OF_AN_AUDIO_TOKEN = 500;

export interface ModalityTokens {
  readonly modality: Modality;
  readonly tokenCount: number;
}

/** Four characters are a token; a picture or another file is 258, a sound as many as it is long. */
export function tokensOfText(text: string): number {
  return Math.ceil(text.length / 4);
}

/** Texts are counted as one, so that an answer costs the same however it is cut into parts. */
export function tokensOfParts(parts: readonly Part[]): number {
  return sum(tokensByModality(parts));
}

/** The tokens of parts by what they are, text first. */
export function tokensByModality(parts: readonly Part[]): readonly ModalityTokens[] {
  const counts = new Map<Modality, number>();
  const count = (modality: Modality, tokens: number) =>
    counts.set(modality, (counts.get(modality) ?? 0) + tokens);
  count('TEXT', tokensOfText(parts.map((part) => part.text ?? '').join('')));
  for (const part of parts) {
    for (const blob of inlineDataOf(part))
      count(modalityOf(blob.mimeType ?? '') ?? 'DOCUMENT', tokensOfBlob(blob));
    if (part.fileData) count(modalityOf(part.fileData.mimeType ?? '') ?? 'DOCUMENT', TOKENS_OF_A_FILE);
    if (part.text === undefined && !part.inlineData && !part.fileData) count('TEXT', tokensOfOther(part));
  }
  return [...counts]
    .map(([modality, tokenCount]) => ({ modality, tokenCount }))
    .filter(({ tokenCount }) => tokenCount > 0);
}

export function tokensOfContents(contents: readonly Content[]): number {
  return sum(tokensOfEach(contents));
}

/** What the request costs as input: contents, system instruction and tools. */
export function inputTokens(request: GenerateRequest): number {
  return sum(inputTokensByModality(request));
}

/** The same by what it is; instructions and tools are text. */
export function inputTokensByModality(request: GenerateRequest): readonly ModalityTokens[] {
  const system = request.systemInstruction ? tokensOfEach([request.systemInstruction]) : [];
  const tools = request.tools?.length ? tokensOfText(JSON.stringify(request.tools)) : 0;
  const counts = new Map<Modality, number>([['TEXT', tools]]);
  for (const { modality, tokenCount } of [...tokensOfEach(request.contents ?? []), ...system])
    counts.set(modality, (counts.get(modality) ?? 0) + tokenCount);
  return [...counts].map(([modality, tokenCount]) => ({ modality, tokenCount }));
}

function tokensOfEach(contents: readonly Content[]): readonly ModalityTokens[] {
  return contents.flatMap((content) => tokensByModality(content.parts ?? []));
}

function tokensOfBlob({ mimeType = '', data = '' }: Blob): number {
  if (modalityOf(mimeType) !== 'AUDIO') return TOKENS_OF_A_FILE;
  return Math.ceil(Buffer.byteLength(data, 'base64') / BYTES_OF_AN_AUDIO_TOKEN);
}

function tokensOfOther(part: Part): number {
  const { functionCall, functionResponse } = part;
  const result = functionResponse && { ...functionResponse, parts: undefined };
  return tokensOfText(JSON.stringify(functionCall ?? result ?? part));
}

function sum(counts: readonly ModalityTokens[]): number {
  return counts.reduce((total, { tokenCount }) => total + tokenCount, 0);
}
