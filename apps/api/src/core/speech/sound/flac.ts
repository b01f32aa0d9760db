import loadFlac from 'libflacjs';
import { resampled, SAMPLE_BYTES, type Sound } from './sound';

const BITS = SAMPLE_BYTES * 8;
const COMPRESSION = 5;
const MOST_CHANNELS = 8;
const STEP_SAMPLES = 4096;
const STARTED = 0;

/** The sound as FLAC. */
export async function toFlac(sound: Sound): Promise<Buffer> {
  const encodable = sound.channels <= MOST_CHANNELS ? sound : resampled(sound, sound.rate);
  const { samples, rate, channels } = encodable;
  // Its WebAssembly is fetched, which Node does not do with files.
  const flac = loadFlac('min.asmjs');
  if (!flac.isReady()) await new Promise<void>((resolve) => flac.on('ready', () => resolve()));
  const values = Int32Array.from({ length: Math.floor(samples.length / SAMPLE_BYTES) }, (_, at) =>
    samples.readInt16LE(at * SAMPLE_BYTES),
  );
  const perChannel = values.length / channels;
  const encoder = flac.create_libflac_encoder(rate, channels, BITS, COMPRESSION, perChannel, false);
  const pieces: Buffer[] = [];
  try {
    const started = flac.init_encoder_stream(encoder, (bytes) => void pieces.push(Buffer.from(bytes)));
    if (Number(started) !== STARTED) throw new Error(`The FLAC encoder did not start: ${started}.`);
    for (let at = 0; at < perChannel; at += STEP_SAMPLES) {
      const step = values.subarray(at * channels, (at + STEP_SAMPLES) * channels);
      if (!flac.FLAC__stream_encoder_process_interleaved(encoder, step, step.length / channels))
        throw new Error('The FLAC encoder failed.');
    }
    flac.FLAC__stream_encoder_finish(encoder);
  } finally {
    flac.FLAC__stream_encoder_delete(encoder);
  }
  return Buffer.concat(pieces);
}
