/** Uncompressed sound: signed 16-bit samples, little-endian, channels interleaved. */
export interface Sound {
  readonly samples: Buffer;
  /** Samples of one channel in a second. */
  readonly rate: number;
  readonly channels: number;
}

export const SAMPLE_BYTES = 2;

/** Each sample of one channel. */
export function channelOf({ samples, channels }: Sound, channel: number): Int16Array {
  const count = Math.floor(samples.length / SAMPLE_BYTES / channels);
  const values = new Int16Array(count);
  for (let at = 0; at < count; at++)
    values[at] = samples.readInt16LE((at * channels + channel) * SAMPLE_BYTES);
  return values;
}

/** One channel out of all, at another rate; what has that form already is not touched. */
export function resampled(sound: Sound, rate: number): Sound {
  if (sound.rate === rate && sound.channels === 1) return sound;
  const channels = Array.from({ length: sound.channels }, (_, channel) => channelOf(sound, channel));
  const length = channels[0]!.length;
  const count = Math.floor((length * rate) / sound.rate);
  const samples = Buffer.alloc(count * SAMPLE_BYTES);
  const valueAt = (index: number): number =>
    channels.reduce((sum, values) => sum + values[Math.min(index, length - 1)]!, 0) / channels.length;
  for (let at = 0; at < count; at++) {
    const position = (at * sound.rate) / rate;
    const before = Math.floor(position);
    const share = position - before;
    const value = valueAt(before) * (1 - share) + valueAt(before + 1) * share;
    samples.writeInt16LE(Math.round(value), at * SAMPLE_BYTES);
  }
  return { samples, rate, channels: 1 };
}
