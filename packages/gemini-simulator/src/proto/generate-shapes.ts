import { CONTENT } from './content-shapes';
import { listOf, message } from './shape';
import { SCHEMA, TOOL, TOOL_CONFIG } from './tool-shapes';

const GENERATION_CONFIG = message({
  temperature: 'number',
  topP: 'number',
  topK: 'number',
  candidateCount: 'number',
  maxOutputTokens: 'number',
  stopSequences: listOf('string'),
  seed: 'number',
  presencePenalty: 'number',
  frequencyPenalty: 'number',
  responseLogprobs: 'boolean',
  logprobs: 'number',
  responseMimeType: 'string',
  responseSchema: SCHEMA,
  responseJsonSchema: 'json',
  responseFormat: 'json',
  responseModalities: listOf('string'),
  thinkingConfig: message({ includeThoughts: 'boolean', thinkingBudget: 'number', thinkingLevel: 'string' }),
  speechConfig: 'json',
  imageConfig: message({ aspectRatio: 'string', imageSize: 'string' }),
  mediaResolution: 'string',
  enableEnhancedCivicAnswers: 'boolean',
});

const GENERATE_FIELDS = {
  model: 'string',
  contents: listOf(CONTENT),
  systemInstruction: CONTENT,
  tools: listOf(TOOL),
  toolConfig: TOOL_CONFIG,
  safetySettings: listOf(message({ category: 'string', threshold: 'string', method: 'string' })),
  generationConfig: GENERATION_CONFIG,
  cachedContent: 'string',
  serviceTier: 'string',
  store: 'boolean',
  labels: 'json',
  continuationToken: 'string',
} as const;

/** Body of `:generateContent` and `:streamGenerateContent`. */
export const GENERATE_REQUEST = message(GENERATE_FIELDS);

/** Body of `:countTokens`, in both forms. */
export const COUNT_REQUEST = message({ contents: listOf(CONTENT), generateContentRequest: GENERATE_REQUEST });
