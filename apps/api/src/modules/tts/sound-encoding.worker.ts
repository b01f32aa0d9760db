import { parentPort, workerData } from 'node:worker_threads';
import { encodeSound } from '../../core/speech/sound/encode-sound';
import type { SpeechFormat } from '../../core/speech/speech-order';
import type { Sound } from '../../core/speech/sound/sound';

/** A sound as it crosses to a thread: bytes arrive without what makes them a Buffer. */
interface EncodingOrder {
  readonly sound: Omit<Sound, 'samples'> & { readonly samples: Uint8Array };
  readonly format: SpeechFormat;
}

const { sound, format } = workerData as EncodingOrder;
const { buffer, byteOffset, byteLength } = sound.samples;

void encodeSound({ ...sound, samples: Buffer.from(buffer, byteOffset, byteLength) }, format).then((bytes) =>
  parentPort?.postMessage(bytes),
);
