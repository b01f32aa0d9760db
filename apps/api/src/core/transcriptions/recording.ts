import { InvalidRequestError } from '../gateway-error';
import { mediaTypeOf, typeOfFilename } from '../gemini/media/media-types';
import { SAMPLE_BYTES } from '../speech/sound/sound';
import { readWav } from '../speech/sound/wav';
import type { Recording } from './transcription-order';

/** A file that may hold speech, as the client sent it. */
interface SentFile {
  readonly filename: string;
  readonly mimeType: string;
  readonly bytes: Buffer;
}

/** The sound of a file, or of a film. @throws InvalidRequestError for any other file */
export function toRecording({ filename, mimeType, bytes }: SentFile): Recording {
  if (bytes.length === 0) throw new InvalidRequestError('file is empty.', { field: 'file' });
  const base64 = bytes.toString('base64');
  const type = mediaTypeOf(mimeType, base64) ?? typeOfFilename(filename) ?? '';
  if (!/^(audio|video)\//.test(type))
    throw new InvalidRequestError(
      'file has to be a recording, with a name or a type that says of which kind.',
      {
        field: 'file',
      },
    );
  const wav = readWav(bytes);
  const duration = wav && wav.samples.length / SAMPLE_BYTES / wav.channels / wav.rate;
  return { mimeType: type, base64, duration };
}
