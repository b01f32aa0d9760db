import { InvalidRequestError } from '../../../../gateway-error';
import type { JsonObject } from '../../../../json-object';
import {
  checkOptionalObject,
  checkOptionalText,
  objectAt,
  optionalListAt,
  wrong,
} from '../../../envelope/field-checks';
import { checkNumbers, type NumberRule } from '../../../envelope/number-checks';

const NUMBERS: readonly NumberRule[] = [
  { name: 'temperature', min: 0, max: 2 },
  { name: 'top_p', min: 0, max: 1 },
  { name: 'top_logprobs', min: 0, max: 20, isWhole: true },
  { name: 'max_output_tokens', min: 1, max: Infinity, isWhole: true },
];

const SWITCHES = ['stream', 'store', 'parallel_tool_calls', 'background'];
const TEXTS = ['instructions', 'previous_response_id', 'service_tier'];
const OBJECTS = ['metadata', 'stream_options'];

const EFFORTS = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'];

/** What OpenAI offers and this gateway does not, and what to do instead. */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  background: 'This gateway answers while the client waits: leave background out, and stream instead.',
  conversation: 'This gateway keeps no conversations: send previous_response_id or the whole input.',
  prompt: 'This gateway keeps no prompt templates: send instructions and input.',
};

/** Checks all that shapes the answer, tools apart. @throws InvalidRequestError naming the field */
export function checkParameters(body: JsonObject): void {
  checkNumbers(body, NUMBERS);
  for (const name of SWITCHES) {
    if (body[name] != null && typeof body[name] !== 'boolean') throw wrong(name, 'true or false');
  }
  for (const name of TEXTS) checkOptionalText(body, name, '');
  for (const name of OBJECTS) checkOptionalObject(body, name, '');
  optionalListAt(body, 'include', '');
  for (const [field, advice] of Object.entries(UNSUPPORTED)) {
    if (body[field] != null && body[field] !== false) throw new InvalidRequestError(advice, { field });
  }
  checkWishes(body, '');
}

/** What a request says about reasoning and text, and what an item changes of it. @throws InvalidRequestError naming the field */
export function checkWishes(owner: JsonObject, path: string): void {
  checkReasoning(owner, path);
  checkText(owner, path);
}

function checkReasoning(owner: JsonObject, path: string): void {
  if (owner.reasoning == null) return;
  const reasoning = objectAt(owner, 'reasoning', path);
  const { effort } = reasoning;
  if (effort != null && !EFFORTS.some((known) => known === effort))
    throw wrong(`${path}reasoning.effort`, `one of ${EFFORTS.join(', ')}`);
  for (const name of ['summary', 'generate_summary']) checkOptionalText(reasoning, name, `${path}reasoning.`);
}

function checkText(owner: JsonObject, path: string): void {
  if (owner.text == null) return;
  const text = objectAt(owner, 'text', path);
  if (text.format == null) return;
  const format = objectAt(text, 'format', `${path}text.`);
  if (format.type === 'text' || format.type === 'json_object') return;
  if (format.type !== 'json_schema')
    throw wrong(`${path}text.format.type`, 'one of text, json_object, json_schema');
  checkOptionalObject(format, 'schema', `${path}text.format.`);
}
