import type { ThinkingControl, ThinkingLevel } from '../request/thinking';
import type { Model } from './model';

/** What a model can be sent. Source: docs/protocol-notes.md, "Models and what they take". */
export interface ModelFeatures {
  /** The bare name. */
  readonly model: string;
  readonly thinking: ThinkingControl;
  /** Whether the client's name for the model asks for no thinking: `NAME-non-thinking`. */
  readonly isNonThinking: boolean;
  /** Whether it asks for answers that rest on a search of the web: `NAME-search`. */
  readonly isSearching: boolean;
  /** The name itself, which the operator's settings may mean; absent where it is the model's own. */
  readonly variant?: string;
  readonly takesSystemInstruction: boolean;
  /** `json` for the fields that take JSON Schema, `proto` for upstream's own subset of OpenAPI. */
  readonly schemaForm: 'json' | 'proto';
  /** Functions beside tools that upstream runs, such as a web search. */
  readonly mixesFunctionsWithBuiltIns: boolean;
  /** Functions, or a web search, beside an answer in JSON. */
  readonly mixesToolsWithJson: boolean;
  /** Refuses calls of the current turn that come back without their thought signature. */
  readonly checksSignatures: boolean;
  /** Ids on function calls and their responses. */
  readonly takesCallIds: boolean;
  /** Pictures inside a function response. */
  readonly takesResponseParts: boolean;
  readonly takesMediaResolution: boolean;
  readonly takesPenalties: boolean;
  /** Candidates of one reply. */
  readonly mostCandidates: number;
  readonly modalities: readonly ('TEXT' | 'IMAGE' | 'AUDIO')[];
  /** Larger token limits are refused; undefined where they are not, or the limit is not known. */
  readonly mostOutputTokens: number | undefined;
}

type Facts = Partial<ModelFeatures>;

const levels = (...known: ThinkingLevel[]): Facts => ({ thinking: { kind: 'level', levels: known } });
const budget = (min: number, max: number, isOnByDefault = true): Facts => ({
  thinking: { kind: 'budget', min, max, isOnByDefault },
});
const NO_THINKING: Facts = { thinking: { kind: 'none' } };

/** What holds for the newest models, and for those nobody has heard of yet. */
const NEWEST: Omit<ModelFeatures, 'model'> = {
  thinking: { kind: 'level', levels: ['LOW', 'MEDIUM', 'HIGH'] },
  isNonThinking: false,
  isSearching: false,
  takesSystemInstruction: true,
  schemaForm: 'json',
  mixesFunctionsWithBuiltIns: true,
  mixesToolsWithJson: true,
  checksSignatures: true,
  takesCallIds: true,
  takesResponseParts: true,
  takesMediaResolution: true,
  takesPenalties: true,
  mostCandidates: 1,
  modalities: ['TEXT'],
  mostOutputTokens: undefined,
};

const BEFORE_3: Facts = {
  mixesFunctionsWithBuiltIns: false,
  mixesToolsWithJson: false,
  checksSignatures: false,
  takesCallIds: false,
  takesResponseParts: false,
  takesMediaResolution: false,
};

/** Every line that matches adds its facts; later lines win. */
const FAMILIES: readonly (readonly [name: RegExp, facts: Facts])[] = [
  [/^gemini-[123]\b/, { mostOutputTokens: 65_536 }],
  [/^gemini-[12]\b/, BEFORE_3],
  [
    /^gemini-(1\.\d|2\.0)-/,
    { ...NO_THINKING, schemaForm: 'proto', mostCandidates: 8, mostOutputTokens: 8192 },
  ],
  [/^gemini-2\.5-/, { takesPenalties: false }],
  [/^gemini-2\.5-pro/, budget(128, 32_768)],
  [/^gemini-2\.5-flash/, budget(0, 24_576)],
  [/^gemini-2\.5-flash-lite/, budget(0, 24_576, false)],
  [/^gemini-3(\.[0-6])?-flash/, levels('MINIMAL', 'LOW', 'MEDIUM', 'HIGH')],
  [/^gemini-flash-lite-latest$/, levels('MINIMAL', 'LOW', 'MEDIUM', 'HIGH')],
  [/^gemini-4-hydrogen/, levels('LOW', 'MEDIUM', 'HIGH', 'XHIGH')],
  [/^gemma-/, { ...BEFORE_3, ...NO_THINKING, takesSystemInstruction: false }],
  [/^gemma-[1-3]/, { schemaForm: 'proto' }],
  [/-image(-|$)|-nano-banana-/, { ...NO_THINKING, modalities: ['TEXT', 'IMAGE'] }],
  [/-tts(-|$)/, { ...NO_THINKING, takesSystemInstruction: false, modalities: ['AUDIO'] }],
];

/** Up to this generation a token limit above the model's own is refused; later ones spread it over several replies. */
const LIMITED_OUTPUT = /^(gemini-[123]\b|gemma-)/;

/**
 * The features of a model by its bare name, and by upstream's list where that says more.
 * Names that match nothing get what the newest models take.
 */
export function featuresOf(model: string, listed?: Model): ModelFeatures {
  const features: Facts = {};
  for (const [name, facts] of FAMILIES) if (name.test(model)) Object.assign(features, facts);
  if (listed?.thinking === false) Object.assign(features, NO_THINKING);
  if (LIMITED_OUTPUT.test(model) && listed?.outputTokenLimit !== undefined)
    Object.assign(features, { mostOutputTokens: listed.outputTokenLimit });
  return { ...NEWEST, ...features, model };
}
