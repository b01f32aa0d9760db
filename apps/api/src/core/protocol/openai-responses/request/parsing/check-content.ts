import type { JsonObject } from '../../../../json-object';
import { checkParts, type PartCheck } from '../../../envelope/check-parts';
import { checkOptionalText, filledTextAt, objectAt, textAt, wrong } from '../../../envelope/field-checks';

const text: PartCheck = (part, path) => void textAt(part, 'text', path);

const PART_CHECKS: Readonly<Record<string, PartCheck>> = {
  input_text: text,
  output_text: text,
  text,
  summary_text: text,
  refusal: (part, path) => void textAt(part, 'refusal', path),
  input_image: (part, path) => checkOneOf(part, path, ['image_url', 'file_id']),
  input_file: (part, path) => {
    checkOptionalText(part, 'filename', path);
    checkOneOf(part, path, ['file_data', 'file_url', 'file_id']);
  },
  input_audio: (part, path) => {
    const audio = objectAt(part, 'input_audio', path);
    filledTextAt(audio, 'data', `${path}input_audio.`);
    filledTextAt(audio, 'format', `${path}input_audio.`);
  },
  reasoning_text: () => undefined,
};

/** Checks the content of a message or of a result: a text, or a list of parts of known types. @throws InvalidRequestError */
export function checkContent(content: unknown, field: string): void {
  checkParts(content, field, PART_CHECKS);
}

/** At least one of the fields says something. */
function checkOneOf(part: JsonObject, path: string, names: readonly string[]): void {
  for (const name of names) checkOptionalText(part, name, path);
  if (!names.some((name) => part[name])) throw wrong(`${path}${names[0]}`, 'a text that is not empty');
}
