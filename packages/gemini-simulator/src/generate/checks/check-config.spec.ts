import { aSimulator, ask, closeSimulators, MODEL } from '../../testing/a-simulator';

const FLASH = 'gemini-2.5-flash';
const tools = [{ functionDeclarations: [{ name: 'f' }] }];
const json = { responseMimeType: 'application/json' };
const schema = { type: 'OBJECT', properties: { a: { type: 'STRING' } } };

type Case = [promise: string, model: string, body: object, words: string];

const thinking = (thinkingConfig: object) => ({ generationConfig: { thinkingConfig } });
const config = (generationConfig: object) => ({ generationConfig });

const voice = (voiceName: string) => ({ voiceConfig: { prebuiltVoiceConfig: { voiceName } } });
const speakers = (...names: string[]) => ({
  multiSpeakerVoiceConfig: {
    speakerVoiceConfigs: names.map((name) => ({ speaker: name, ...voice(name) })),
  },
});

const REFUSED: readonly Case[] = [
  ['a budget outside the range', FLASH, thinking({ thinkingBudget: 30_000 }), 'between 0 and 24576'],
  ['a small budget', 'gemini-2.5-pro', thinking({ thinkingBudget: 5 }), 'between 128 and 32768'],
  [
    'thoughts of a model that may not think',
    FLASH,
    thinking({ thinkingBudget: 0, includeThoughts: true }),
    'include_thoughts is only enabled',
  ],
  ['a budget for Gemini 4', 'gemini-4-argon', thinking({ thinkingBudget: 9 }), 'not supported'],
  ['a level for a model of budgets', FLASH, thinking({ thinkingLevel: 'LOW' }), 'not supported'],
  ['a level that is too low', MODEL, thinking({ thinkingLevel: 'MINIMAL' }), 'level MINIMAL'],
  ['a level of another model', 'gemini-4-carbon', thinking({ thinkingLevel: 'XHIGH' }), 'level XHIGH'],
  ['a level nobody knows', MODEL, thinking({ thinkingLevel: 'much' }), 'thinking_level'],
  [
    'a voice nobody has',
    'gemini-3.8-flash-tts',
    config({ responseModalities: ['AUDIO'], speechConfig: voice('Robot') }),
    'Voice name Robot is not supported',
  ],
  [
    'three speakers',
    'gemini-3.8-flash-tts',
    config({ responseModalities: ['AUDIO'], speechConfig: speakers('Kore', 'Puck', 'Leda') }),
    'exactly 2',
  ],
  ['a temperature above 2', MODEL, config({ temperature: 2.1 }), '[0.0, 2.0]'],
  ['more tokens than the model has', FLASH, config({ maxOutputTokens: 100_000 }), 'supported range'],
  ['logprobs without their switch', MODEL, config({ logprobs: 2 }), 'response_logprobs'],
  [
    'both schema forms',
    MODEL,
    config({ ...json, responseSchema: schema, responseJsonSchema: {} }),
    'Only one',
  ],
  ['a schema without JSON mode', MODEL, config({ responseSchema: schema }), 'response mime type'],
  ['an unknown response type', MODEL, config({ responseMimeType: 'text/html' }), 'allowed mimetypes'],
  [
    'a schema that is wrong',
    MODEL,
    config({ ...json, responseSchema: { type: 'ARRAY' } }),
    'response_schema.items: missing',
  ],
  ['a modality nobody knows', MODEL, config({ responseModalities: ['SMELL'] }), 'response_modalities'],
  ['pictures of a chat model', MODEL, config({ responseModalities: ['TEXT', 'IMAGE'] }), 'modalities: image'],
  [
    'a shape that pictures do not have',
    'gemini-3-pro-image-preview',
    config({ imageConfig: { aspectRatio: '2:1' } }),
    'aspect_ratio',
  ],
  ['JSON of a picture model', 'gemini-3-pro-image-preview', config(json), 'JSON mode is not enabled'],
  [
    'functions of a picture model',
    'gemini-3-pro-image-preview',
    { tools },
    'Function calling is not enabled',
  ],
  [
    'instructions of Gemma',
    'gemma-4-31b-it',
    { systemInstruction: { parts: [{ text: 'x' }] } },
    'Developer instruction is not enabled',
  ],
  [
    'functions and JSON before Gemini 3',
    FLASH,
    { tools, ...config(json) },
    'Function calling with a response mime type',
  ],
  [
    'search and JSON before Gemini 3',
    FLASH,
    { tools: [{ googleSearch: {} }], ...config(json) },
    'Tool use with a response',
  ],
  [
    'functions and search before Gemini 3',
    FLASH,
    { tools: [...tools, { googleSearch: {} }] },
    'Tool use with function calling',
  ],
  [
    'a call that must be, of no function',
    MODEL,
    { toolConfig: { functionCallingConfig: { mode: 'ANY' } } },
    'without function_declarations',
  ],
  [
    'both forms of parameters',
    MODEL,
    { tools: [{ functionDeclarations: [{ name: 'f', parameters: schema, parametersJsonSchema: {} }] }] },
    'only one of parameters',
  ],
  [
    'parameters that are no object',
    MODEL,
    { tools: [{ functionDeclarations: [{ name: 'f', parameters: { type: 'STRING' } }] }] },
    'should be of type OBJECT',
  ],
];

const TAKEN: readonly [promise: string, model: string, body: object][] = [
  ['a budget of -1', FLASH, thinking({ thinkingBudget: -1 })],
  ['the lowest level where it is', 'gemini-3.5-flash-lite', thinking({ thinkingLevel: 'minimal' })],
  ['functions and JSON from Gemini 3 on', MODEL, { tools, ...config(json) }],
  [
    'more tokens than the model has, from Gemini 4 on',
    'gemini-4-argon',
    config({ maxOutputTokens: 100_000 }),
  ],
  ['fields that are null', MODEL, config({ maxOutputTokens: null, responseSchema: null })],
];

describe('a configuration', () => {
  afterEach(closeSimulators);

  it.each(REFUSED)('with %s is refused (%s)', async (_, model, body, words) => {
    const reply = await ask(await aSimulator(), 'Hi', { ...body }, 'AQ.good', model);
    expect([reply.status, reply.json.error?.message]).toEqual([400, expect.stringContaining(words)]);
  });

  it.each(TAKEN)('with %s is taken (%s)', async (_, model, body) => {
    expect((await ask(await aSimulator(), 'Hi', { ...body }, 'AQ.good', model)).status).toBe(200);
  });
});
