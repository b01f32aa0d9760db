import { InvalidRequestError } from '../gateway-error';
import { isAspectRatio, ASPECT_RATIOS } from './picture-size';

/** A prompt without its markers, and what they said. */
export interface MarkedPrompt {
  readonly prompt: string;
  /** From `{n:2}`. */
  readonly count: number | undefined;
  /** From `{ratio:16:9}`. */
  readonly aspectRatio: string | undefined;
}

/** As many as OpenAI makes at once. */
export const MOST_PICTURES = 10;

const COUNT = /\{\s*n\s*:\s*(\d+)\s*\}/gi;
const RATIO = /\{\s*ratio\s*:\s*(\d+\s*:\s*\d+)\s*\}/gi;

/** Takes the markers out of a prompt; of several of a kind the last one counts. @throws InvalidRequestError */
export function readPromptMarkers(marked: string): MarkedPrompt {
  let count: number | undefined;
  let aspectRatio: string | undefined;
  const prompt = marked
    .replace(COUNT, (_, digits: string) => {
      count = Number(digits);
      return '';
    })
    .replace(RATIO, (_, ratio: string) => {
      aspectRatio = ratio.replace(/\s/g, '');
      return '';
    });
  if (count !== undefined && (count < 1 || count > MOST_PICTURES))
    throw wrongMarker(`{n:…} takes a number from 1 to ${MOST_PICTURES}`);
  if (aspectRatio !== undefined && !isAspectRatio(aspectRatio))
    throw wrongMarker(`{ratio:…} takes one of ${ASPECT_RATIOS.join(', ')}`);
  const hasMarkers = count !== undefined || aspectRatio !== undefined;
  return { prompt: hasMarkers ? prompt.replace(/ {2,}/g, ' ').trim() : marked, count, aspectRatio };
}

function wrongMarker(message: string): InvalidRequestError {
  return new InvalidRequestError(`In the prompt ${message}.`, { field: 'prompt' });
}
