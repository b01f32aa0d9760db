/** Names of other vendors' models, which clients send by default. */
const FOREIGN = /^(tts|gpt)-/;

/**
 * The model that speaks.
 * @param asked as the client wrote it, aliases resolved; undefined where it leaves the choice
 * @param standard TTS_MODEL
 */
export function speechModelOf(asked: string | undefined, standard: string): string {
  return asked === undefined || FOREIGN.test(asked) ? standard : asked;
}
