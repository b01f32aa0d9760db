import { InvalidRequestError } from '../gateway-error';
import { isJsonObject } from '../json-object';

/** Gemini's prebuilt voices (docs/protocol-notes.md, "Speech"). */
export const VOICES: readonly string[] = (
  'Zephyr Puck Charon Kore Fenrir Leda Orus Aoede Callirrhoe Autonoe Enceladus Iapetus Umbriel Algieba Despina ' +
  'Erinome Algenib Rasalgethi Laomedeia Achernar Alnilam Schedar Gacrux Pulcherrima Achird Zubenelgenubi ' +
  'Vindemiatrix Sadachbia Sadaltager Sulafat'
).split(' ');

/** The voice that comes nearest to each of OpenAI's. */
const OPENAI_VOICES: Readonly<Record<string, string>> = {
  alloy: 'Kore',
  ash: 'Charon',
  ballad: 'Algieba',
  coral: 'Aoede',
  echo: 'Puck',
  fable: 'Fenrir',
  nova: 'Leda',
  onyx: 'Orus',
  sage: 'Sulafat',
  shimmer: 'Zephyr',
  verse: 'Iapetus',
  marin: 'Despina',
  cedar: 'Enceladus',
};

const BY_NAME = new Map([
  ...Object.entries(OPENAI_VOICES),
  ...VOICES.map((voice) => [voice.toLowerCase(), voice] as const),
]);

/**
 * The voice that a client means by its name, or by an object with its name as `id`; undefined where it names none.
 * @throws InvalidRequestError naming the voices there are
 */
export function parseVoice(asked: unknown): string | undefined {
  const name = isJsonObject(asked) ? asked.id : asked;
  if (name == null || name === '') return undefined;
  const voice = typeof name === 'string' ? BY_NAME.get(name.trim().toLowerCase()) : undefined;
  if (voice !== undefined) return voice;
  const known = [...Object.keys(OPENAI_VOICES), ...VOICES].join(', ');
  throw new InvalidRequestError(`voice has to be one of ${known}.`, { field: 'voice' });
}
