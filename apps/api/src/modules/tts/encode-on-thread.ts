import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { InternalError } from '../../core/gateway-error';
import type { EncodeSound } from '../../core/speech/sound-encoders';

/** Encodes a sound on a thread that lives as long as that takes. @throws InternalError */
export const encodeOnThread: EncodeSound = async (sound, format) => {
  const worker = new Worker(join(__dirname, 'sound-encoding.worker.js'), { workerData: { sound, format } });
  try {
    const [bytes] = (await Promise.race([once(worker, 'message'), endOf(worker)])) as [Uint8Array];
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch (cause) {
    throw new InternalError('The sound could not be encoded.', { cause });
  } finally {
    void worker.terminate();
  }
};

async function endOf(worker: Worker): Promise<never> {
  const [code] = (await once(worker, 'exit')) as [number];
  throw new Error(`The encoding thread ended with ${code}.`);
}
