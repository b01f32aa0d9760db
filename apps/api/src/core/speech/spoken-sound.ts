import type { GatewayError } from '../gateway-error';
import { UpstreamFailureError } from '../gateway/faults/upstream-faults';
import type { GenerateContentResponse } from '../gemini/reply/generate-content-response';
import { missingMediaFault } from '../missing-media';
import { SAMPLE_BYTES, type Sound } from './sound/sound';
import { isWav, readWav } from './sound/wav';

/** What models give that do not say it. */
const USUAL_RATE = 24_000;
const BARE_SAMPLES = /^audio\/(l16|pcm|x-pcm|raw)\b/i;

/**
 * The sound of a reply: bare samples or complete WAV files, in one part or in several.
 * @throws GatewayError where there is none, or none that can be read
 */
export function soundOf(reply: GenerateContentResponse): Sound {
  const parts = reply.candidates?.[0]?.content?.parts ?? [];
  const blobs = parts.flatMap(({ inlineData, thought }) =>
    inlineData?.data && !thought ? [inlineData] : [],
  );
  if (blobs.length === 0) throw missingMediaFault(reply, 'speech');
  const sounds = blobs.map(({ mimeType = '', data = '' }) => read(mimeType, Buffer.from(data, 'base64')));
  const { rate, channels } = sounds[0]!;
  if (sounds.some((sound) => sound.rate !== rate || sound.channels !== channels))
    throw unreadable('of several kinds');
  const samples =
    sounds.length === 1 ? sounds[0]!.samples : Buffer.concat(sounds.map(({ samples }) => samples));
  const wholeBytes = samples.length - (samples.length % (SAMPLE_BYTES * channels));
  if (wholeBytes === 0) throw unreadable('empty');
  return { samples: samples.subarray(0, wholeBytes), rate, channels };
}

function read(mimeType: string, bytes: Buffer): Sound {
  if (isWav(bytes)) {
    const sound = readWav(bytes);
    if (sound === undefined) throw unreadable('a WAV file of an unknown kind');
    return sound;
  }
  if (!BARE_SAMPLES.test(mimeType)) throw unreadable(mimeType || 'of an unknown kind');
  return {
    samples: bytes,
    rate: numberIn(mimeType, 'rate') ?? USUAL_RATE,
    channels: numberIn(mimeType, 'channels') ?? 1,
  };
}

/** Of `audio/L16;codec=pcm;rate=24000`. */
function numberIn(mimeType: string, parameter: string): number | undefined {
  const [, digits] = new RegExp(`;\\s*${parameter}=(\\d{1,6})`, 'i').exec(mimeType) ?? [];
  return Number(digits) || undefined;
}

function unreadable(what: string): GatewayError {
  return new UpstreamFailureError(
    'upstream_failed',
    502,
    `Upstream sent a sound that cannot be read: ${what}.`,
  );
}
