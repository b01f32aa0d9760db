import { isJsonObject, type JsonObject } from '../../../json-object';
import {
  checkOptionalObject,
  checkOptionalText,
  objectAt,
  optionalListAt,
  textAt,
  wrong,
} from '../../envelope/field-checks';
import { checkNumbers, type NumberRule } from '../../envelope/number-checks';

const NUMBERS: readonly NumberRule[] = [
  { name: 'max_tokens', min: 1, max: Infinity, isWhole: true },
  { name: 'temperature', min: 0, max: 2 },
  { name: 'top_p', min: 0, max: 1 },
  { name: 'top_k', min: -1, max: Infinity, isWhole: true },
];
const BUDGET: readonly NumberRule[] = [{ name: 'budget_tokens', min: 1, max: Infinity, isWhole: true }];

/** Checks all that shapes the answer, tools apart. @throws InvalidRequestError naming the field */
export function checkParameters(body: JsonObject): void {
  checkNumbers(body, NUMBERS);
  if (body.stream != null && typeof body.stream !== 'boolean') throw wrong('stream', 'true or false');
  const stops = optionalListAt(body, 'stop_sequences', '');
  if (stops?.some((stop) => typeof stop !== 'string')) throw wrong('stop_sequences', 'a list of texts');
  if (body.thinking != null) checkThinking(objectAt(body, 'thinking', ''));
  checkOptionalObject(body, 'output_config', '');
  if (isJsonObject(body.output_config)) {
    checkOptionalText(body.output_config, 'effort', 'output_config.');
    checkFormat(body.output_config, 'format', 'output_config.');
  }
  checkFormat(body, 'output_format', '');
}

function checkThinking(thinking: JsonObject): void {
  const type = textAt(thinking, 'type', 'thinking.');
  checkNumbers(thinking, BUDGET, 'thinking.');
  if (type === 'enabled' && thinking.budget_tokens == null)
    throw wrong('thinking.budget_tokens', 'a whole number of at least 1');
}

function checkFormat(owner: JsonObject, name: string, path: string): void {
  if (owner[name] == null) return;
  const format = objectAt(owner, name, path);
  if (format.type !== 'json_schema') throw wrong(`${path}${name}.type`, 'json_schema');
  objectAt(format, 'schema', `${path}${name}.`);
}
