import type { SimulatedModel } from '../../models/model';
import { seededRandom, type RandomFn } from '../../seed/seeded-random';
import { inlineDataOf, type FunctionCall, type GenerateRequest, type Part } from '../generate-request';
import { draft, picture, speech } from '../media';
import { tokensOfText } from '../tokens';
import { spokenParts, spokenText, textOf } from '../turns';
import { codeFor, pagesIn } from './built-in-tools';
import { callsToMake } from './function-calls';
import { sampleValue } from './sample-value';

/** What the model has to say, before it is cut into events. */
export interface Answer {
  /** Shown only where the request asks for thoughts; counted always. */
  readonly thoughts: string;
  /** Pictures drawn on the way; upstream sends them whether they were asked for or not. */
  readonly drafts: readonly Part[];
  readonly text: string;
  readonly calls: readonly FunctionCall[];
  readonly media: readonly Part[];
  readonly isGrounded: boolean;
  /** Code that ran and what it gave; empty unless the request lets code run and asks to calculate. */
  readonly code: readonly Part[];
  /** Addresses in the prompt, where the request lets them be read. */
  readonly pages: readonly string[];
  readonly finishReason: 'STOP' | 'MAX_TOKENS';
}

const WORDS = [
  'river',
  'lantern',
  'naïve',
  'orbit',
  '茶',
  'copper',
  'meadow',
  'żółw',
  'signal',
  'harbour',
  '🙂',
  'granite',
];
const FILLER_WORDS = 12;

/** The same answer for the same seed, model and request. It echoes the prompt, so that a test can find its own words. */
export function answerTo(request: GenerateRequest, model: SimulatedModel, seed: number): Answer {
  const random = seededRandom(seed, model.id, JSON.stringify(request));
  const calls = callsToMake(request, random);
  const full = calls.length > 0 ? '' : textFor(request, model, random);
  const text = limited(full, request);
  return {
    thoughts: thinks(request, model) ? `Considering "${excerpt(spokenText(request.contents ?? []))}".` : '',
    text,
    calls,
    drafts: calls.length === 0 && draws(request, model) && model.generation >= 3 ? [draft()] : [],
    media: calls.length > 0 ? [] : mediaFor(request, model),
    isGrounded: calls.length === 0 && offers(request, 'googleSearch'),
    code: calls.length === 0 && offers(request, 'codeExecution') ? codeFor(request) : [],
    pages: calls.length === 0 && offers(request, 'urlContext') ? pagesIn(request) : [],
    finishReason: tokensOfText(full) > maxTokens(request) ? 'MAX_TOKENS' : 'STOP',
  };
}

function offers({ tools = [] }: GenerateRequest, name: string): boolean {
  return tools.some((tool) => tool[name] !== undefined);
}

function thinks(request: GenerateRequest, model: SimulatedModel): boolean {
  if (model.kind === 'image') return model.generation >= 3;
  if (model.thinking === 'none') return false;
  const { thinkingBudget, includeThoughts } = request.generationConfig?.thinkingConfig ?? {};
  if (thinkingBudget === 0) return false;
  return model.id !== 'gemini-2.5-flash-lite' || thinkingBudget !== undefined || includeThoughts === true;
}

function draws(request: GenerateRequest, model: SimulatedModel): boolean {
  return model.kind === 'image' && (modalities(request)?.includes('IMAGE') ?? true);
}

function modalities(request: GenerateRequest): readonly string[] | undefined {
  const named = request.generationConfig?.responseModalities ?? [];
  return named.length > 0 ? named : undefined;
}

function mediaFor(request: GenerateRequest, model: SimulatedModel): readonly Part[] {
  if (draws(request, model)) return [picture()];
  return model.kind === 'speech' ? [speech(model)] : [];
}

function textFor(request: GenerateRequest, model: SimulatedModel, random: RandomFn): string {
  if (model.kind === 'speech' || modalities(request)?.includes('TEXT') === false) return '';
  const config = request.generationConfig ?? {};
  const schema = config.responseSchema ?? config.responseJsonSchema;
  if (config.responseMimeType === 'text/x.enum') return String(sampleValue(schema, random));
  if (config.responseMimeType === 'application/json')
    return JSON.stringify(sampleValue(schema ?? { type: 'object' }, random));
  const results = (request.contents?.at(-1)?.parts ?? []).flatMap((part) => part.functionResponse ?? []);
  const heard = results.map((result) => `${result.name} answered ${JSON.stringify(result.response ?? {})}.`);
  const echo =
    heard.length > 0 ? heard.join(' ') : `You said: "${excerpt(spokenText(request.contents ?? []))}".`;
  const system = request.systemInstruction
    ? ` Instructed: "${excerpt(textOf(request.systemInstruction))}".`
    : '';
  const seen = received(request);
  const filler = Array.from({ length: FILLER_WORDS }, () => WORDS[Math.floor(random() * WORDS.length)]);
  return `${echo}${seen}${system} ${filler.join(' ')}.`;
}

/** What the user showed last: ` Received: image/png (68 bytes).` */
function received(request: GenerateRequest): string {
  const blobs = spokenParts(request.contents ?? []).flatMap(inlineDataOf);
  const seen = blobs.map(
    ({ mimeType, data = '' }) => `${mimeType} (${Buffer.byteLength(data, 'base64')} bytes)`,
  );
  return seen.length > 0 ? ` Received: ${seen.join(', ')}.` : '';
}

function limited(text: string, request: GenerateRequest): string {
  const stops = (request.generationConfig?.stopSequences ?? [])
    .map((stop) => (stop ? text.indexOf(stop) : -1))
    .filter((at) => at >= 0);
  const stopped = text.slice(0, Math.min(text.length, ...stops));
  return stopped.slice(0, maxTokens(request) * 4).replace(/[\uD800-\uDBFF]$/, '');
}

function maxTokens(request: GenerateRequest): number {
  return request.generationConfig?.maxOutputTokens ?? 1_000_000;
}

const EXCERPT = 400;

function excerpt(text: string): string {
  return text.length <= EXCERPT ? text : `${text.slice(0, EXCERPT)}…`;
}
