import type { JsonObject } from '../../../../json-object';
import { checkParts, type PartCheck } from '../../../envelope/check-parts';
import { checkOptionalText, filledTextAt, objectAt, textAt, wrong } from '../../../envelope/field-checks';

const mediaAddress =
  (name: string): PartCheck =>
  (part, path) => {
    if (typeof part[name] === 'string') filledTextAt(part, name, path);
    else filledTextAt(objectAt(part, name, path), 'url', `${path}${name}.`);
  };

const inlineMedia =
  (name: string): PartCheck =>
  (part, path) => {
    const media = objectAt(part, name, path);
    filledTextAt(media, 'data', `${path}${name}.`);
    filledTextAt(media, 'format', `${path}${name}.`);
  };

const thoughts: PartCheck = () => undefined;

const text: PartCheck = (part, path) => void textAt(part, 'text', path);

const PART_CHECKS: Readonly<Record<string, PartCheck>> = {
  text,
  input_text: text,
  output_text: text,
  refusal: (part, path) => void textAt(part, 'refusal', path),
  image_url: mediaAddress('image_url'),
  video_url: mediaAddress('video_url'),
  input_audio: inlineMedia('input_audio'),
  input_video: inlineMedia('input_video'),
  file: checkFile,
  reasoning: thoughts,
  thinking: thoughts,
  redacted_thinking: thoughts,
};

/** Checks the content of a message: a text, or a list of parts of known types. @throws InvalidRequestError */
export function checkContent(content: unknown, field: string): void {
  checkParts(content, field, PART_CHECKS);
}

function checkFile(part: JsonObject, path: string): void {
  const file = objectAt(part, 'file', path);
  for (const name of ['file_data', 'file_id', 'filename']) checkOptionalText(file, name, `${path}file.`);
  if (!file.file_data && !file.file_id) throw wrong(`${path}file.file_data`, 'a data URI');
}
