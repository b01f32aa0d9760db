import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createEncoder } from 'wasm-media-encoders';
import { channelOf, resampled, type Sound } from './sound';

/** Rates that the format has. */
const RATES = [8000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000];
const OTHER_RATE = 24_000;
const KBITS_PER_SECOND = 128;
const STEP_SAMPLES = 24_000;
const FULL_SCALE = 32_768;

/** The sound as MP3. Takes a few milliseconds for each second of it. */
export async function toMp3(sound: Sound): Promise<Buffer> {
  const { rate, channels } = sound;
  const isEncodable = RATES.includes(rate) && channels <= 2;
  const encodable = isEncodable ? sound : resampled(sound, RATES.includes(rate) ? rate : OTHER_RATE);
  const encoder = await createEncoder('audio/mpeg', wasm());
  const format = { channels: encodable.channels as 1 | 2, sampleRate: encodable.rate };
  encoder.configure({ ...format, bitrate: KBITS_PER_SECOND, outputSampleRate: format.sampleRate as 24_000 });
  const inputs = Array.from({ length: format.channels }, (_, channel) =>
    Float32Array.from(channelOf(encodable, channel), (value) => value / FULL_SCALE),
  );
  const pieces: Buffer[] = [];
  for (let at = 0; at < inputs[0]!.length; at += STEP_SAMPLES)
    // The encoder's memory is used again with the next call.
    pieces.push(Buffer.from(encoder.encode(inputs.map((input) => input.subarray(at, at + STEP_SAMPLES)))));
  pieces.push(Buffer.from(encoder.finalize()));
  return Buffer.concat(pieces);
}

/** The package would fetch it from the web. */
function wasm(): Buffer {
  return readFileSync(createRequire(__filename).resolve('wasm-media-encoders/wasm/mp3'));
}
