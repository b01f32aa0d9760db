import type { Sound } from './sound/sound';
import type { SpeechFormat } from './speech-order';

/** Encodes one sound, somewhere. */
export type EncodeSound = (sound: Sound, format: SpeechFormat) => Promise<Buffer>;

/** Encodes sounds on threads of their own, a few at a time: a minute of speech takes a third of a second. */
export class SoundEncoders {
  readonly #lanes: Promise<unknown>[];
  #turn = 0;

  /** @param onThread starts a thread for one sound */
  constructor(
    private readonly onThread: EncodeSound,
    atOnce: number,
  ) {
    this.#lanes = Array.from({ length: atOnce }, () => Promise.resolve());
  }

  encode(sound: Sound, format: SpeechFormat): Promise<Buffer> {
    const lane = this.#turn++ % this.#lanes.length;
    const encoded = this.#lanes[lane]!.then(() => this.onThread(sound, format));
    this.#lanes[lane] = encoded.catch(() => undefined);
    return encoded;
  }
}
