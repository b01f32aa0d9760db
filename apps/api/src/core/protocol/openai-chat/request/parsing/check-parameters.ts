import { isJsonObject, type JsonObject } from '../../../../json-object';
import {
  checkOptionalObject,
  checkOptionalText,
  objectAt,
  optionalListAt,
  wrong,
} from '../../../envelope/field-checks';
import { checkNumbers, type NumberRule } from '../../../envelope/number-checks';

/** Each candidate costs a whole answer; upstream itself gives no more than this at once. */
const MOST_CHOICES = 8;
const MOST_STOP_SEQUENCES = 5;

const NUMBERS: readonly NumberRule[] = [
  { name: 'temperature', min: 0, max: 2 },
  { name: 'top_p', min: 0, max: 1 },
  { name: 'top_k', min: -1, max: Infinity, isWhole: true },
  { name: 'n', min: 1, max: MOST_CHOICES, isWhole: true },
  { name: 'max_tokens', min: 1, max: Infinity, isWhole: true },
  { name: 'max_completion_tokens', min: 1, max: Infinity, isWhole: true },
  { name: 'seed', min: -Infinity, max: Infinity, isWhole: true },
  { name: 'presence_penalty', min: -2, max: 2 },
  { name: 'frequency_penalty', min: -2, max: 2 },
  { name: 'top_logprobs', min: 0, max: 20, isWhole: true },
];

const SWITCHES = ['stream', 'logprobs', 'parallel_tool_calls'];

const EFFORTS = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'];

/** Checks all that shapes the answer, tools apart. @throws InvalidRequestError naming the field */
export function checkParameters(body: JsonObject): void {
  checkNumbers(body, NUMBERS);
  for (const name of SWITCHES) {
    if (body[name] != null && typeof body[name] !== 'boolean') throw wrong(name, 'true or false');
  }
  for (const name of ['stream_options', 'web_search_options']) checkOptionalObject(body, name, '');
  checkOptionalText(body, 'service_tier', '');
  checkUsageSwitch(body.stream_options);
  if (!(optionalListAt(body, 'modalities', '') ?? []).every((name) => typeof name === 'string'))
    throw wrong('modalities', 'a list of texts');
  checkStop(body.stop);
  checkEffort(body.reasoning_effort);
  checkResponseFormat(body);
}

function checkUsageSwitch(options: unknown): void {
  const include = isJsonObject(options) ? options.include_usage : undefined;
  if (include != null && typeof include !== 'boolean')
    throw wrong('stream_options.include_usage', 'true or false');
}

function checkStop(stop: unknown): void {
  if (stop == null || typeof stop === 'string') return;
  if (!Array.isArray(stop) || !stop.every((text) => typeof text === 'string'))
    throw wrong('stop', 'a text or a list of texts');
  if (stop.length > MOST_STOP_SEQUENCES)
    throw wrong('stop', `a list of at most ${MOST_STOP_SEQUENCES} texts`);
}

function checkEffort(effort: unknown): void {
  if (effort == null || EFFORTS.some((known) => known === effort)) return;
  throw wrong('reasoning_effort', `one of ${EFFORTS.join(', ')}`);
}

function checkResponseFormat(body: JsonObject): void {
  if (body.response_format == null) return;
  const format = objectAt(body, 'response_format', '');
  if (format.type === 'text' || format.type === 'json_object') return;
  if (format.type !== 'json_schema')
    throw wrong('response_format.type', 'one of text, json_object, json_schema');
  const jsonSchema = objectAt(format, 'json_schema', 'response_format.');
  checkOptionalObject(jsonSchema, 'schema', 'response_format.json_schema.');
}
