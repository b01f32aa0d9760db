import type { KeyKind } from '../keys/key-state.js';

/** What a model is for, by the calls it takes and by what it answers with. */
export const MODEL_KINDS = ['chat', 'image', 'speech', 'embedding', 'live', 'video', 'other'] as const;
export type ModelKind = (typeof MODEL_KINDS)[number];

/** A name beside its own that clients may use for a model. */
export interface ModelNameDto {
  name: string;
  /** Which one it comes from: `SEARCH_MODELS`, `IMAGE_MODELS`, `THINKING_MODELS`, `MODEL_ALIASES`, … */
  setting: string;
  /** Stands for every name that is written like it: `claude-*`. */
  isPattern: boolean;
  /** The setting that has it refused; absent where clients may use it. */
  hiddenBy?: string;
}

/** How the keys of one kind stand for a model. Every key is counted once. */
export interface ModelKeysDto {
  kind: KeyKind;
  /** Can be used for it now. */
  ready: number;
  resting: number;
  invalid: number;
  disabled: number;
  /** Enabled keys in groups that are for other models. */
  barred: number;
  total: number;
  /** When the first resting key is back, in UTC milliseconds. */
  nextAtMs?: number;
  /** The model itself rests, for every key. */
  rest?: { reason: string; untilMs: number };
}

/** How thinking is steered: not at all, by a number of tokens, or by a level. A `min` of 0 switches it off. */
export type ModelThinkingDto =
  | { control: 'none' }
  | { control: 'budget'; min: number; max: number; isOnByDefault: boolean }
  | { control: 'level'; levels: string[] };

/** A model that upstream lists. */
export interface ModelDto {
  /** Its bare name, as clients write it: `gemini-2.5-flash`. */
  id: string;
  displayName?: string;
  kind: ModelKind;
  /** The setting that hides it from clients and has it refused; absent where it is offered. */
  hiddenBy?: string;
  /** Tokens of one request. */
  inputTokens?: number;
  /** Tokens of one answer. */
  outputTokens?: number;
  /** Calls it takes, as upstream names them: `generateContent`. */
  methods: string[];
  /** Absent for models that do not generate content. */
  thinking?: ModelThinkingDto;
  /** Gemini keys first, then those of further kinds that are there. */
  keys: ModelKeysDto[];
  names: ModelNameDto[];
}

/** What a model that generates content can be sent, and answers with. */
export interface ModelCapabilitiesDto {
  /** `TEXT`, `IMAGE`, `AUDIO`. */
  answersWith: string[];
  systemInstruction: boolean;
  /** Whether schemas may be any JSON Schema; upstream's own subset of OpenAPI otherwise. */
  jsonSchema: boolean;
  /** Functions beside tools that upstream runs, such as a web search. */
  functionsBesideBuiltIns: boolean;
  /** Functions, or a web search, beside an answer in JSON. */
  toolsBesideJson: boolean;
  /** Refuses calls of the current turn that come back without their thought signature. */
  checksSignatures: boolean;
  callIds: boolean;
  /** Pictures inside a function response. */
  picturesInResponses: boolean;
  mediaResolution: boolean;
  penalties: boolean;
  /** Candidates of one reply. */
  mostCandidates: number;
}

/** Answer of `GET /api/models/:name`. */
export interface ModelDetailDto extends ModelDto {
  description?: string;
  version?: string;
  /** What upstream samples with unless it is told otherwise; `maxTemperature` is the most it takes. */
  sampling: { temperature?: number; maxTemperature?: number; topP?: number; topK?: number };
  /** Absent for models that do not generate content. */
  capabilities?: ModelCapabilitiesDto;
  /** In the order of `keys`: what only a look at every key tells. */
  keyDetails: {
    kind: KeyKind;
    /** Keys that rest, by themselves or with their project, for just this model. */
    restingForIt: number;
    /** The groups that are for other models. */
    barredGroups: string[];
  }[];
}
