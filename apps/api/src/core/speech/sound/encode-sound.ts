import { assertNever } from '../../assert-never';
import type { SpeechFormat } from '../speech-order';
import { toFlac } from './flac';
import { toMp3 } from './mp3';
import { resampled, type Sound } from './sound';
import { toWav } from './wav';

/** What OpenAI's `pcm` has, without a header that could say otherwise. */
const PCM_RATE = 24_000;

/** `content-type` of each format. */
export const SPEECH_TYPES: Readonly<Record<SpeechFormat, string>> = {
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  pcm: 'audio/pcm',
  flac: 'audio/flac',
};

/** The sound in a client's format. */
export async function encodeSound(sound: Sound, format: SpeechFormat): Promise<Buffer> {
  switch (format) {
    case 'mp3':
      return toMp3(sound);
    case 'flac':
      return toFlac(sound);
    case 'wav':
      return toWav(sound);
    case 'pcm':
      return resampled(sound, PCM_RATE).samples;
    default:
      return assertNever(format);
  }
}
