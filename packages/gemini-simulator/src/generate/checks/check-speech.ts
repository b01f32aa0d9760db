import type { SimulatedModel } from '../../models/model';

const VOICES =
  'zephyr puck charon kore fenrir leda orus aoede callirrhoe autonoe enceladus iapetus umbriel algieba despina ' +
  'erinome algenib rasalgethi laomedeia achernar alnilam schedar gacrux pulcherrima achird zubenelgenubi ' +
  'vindemiatrix sadachbia sadaltager sulafat';
const MOST_SPEAKERS = 2;

interface VoiceConfig {
  readonly prebuiltVoiceConfig?: { readonly voiceName?: string };
}

/** `speechConfig`, as far as it is looked at. */
export interface SpeechConfig {
  readonly voiceConfig?: VoiceConfig;
  readonly multiSpeakerVoiceConfig?: {
    readonly speakerVoiceConfigs?: readonly {
      readonly speaker?: string;
      readonly voiceConfig?: VoiceConfig;
    }[];
  };
}

/** What upstream finds wrong with the voices; undefined where they are in order. */
export function wrongSpeech(
  { voiceConfig, multiSpeakerVoiceConfig }: SpeechConfig,
  model: SimulatedModel,
): string | undefined {
  if (model.kind !== 'speech') return undefined;
  const speakers = multiSpeakerVoiceConfig?.speakerVoiceConfigs;
  if (speakers && speakers.length !== MOST_SPEAKERS)
    return `multi_speaker_voice_config must have exactly ${MOST_SPEAKERS} speaker_voice_configs.`;
  const voices = [voiceConfig, ...(speakers ?? []).map((speaker) => speaker.voiceConfig)];
  const unknown = voices
    .flatMap((voice) => voice?.prebuiltVoiceConfig?.voiceName ?? [])
    .find((name) => !VOICES.split(' ').includes(name.toLowerCase()));
  return unknown === undefined
    ? undefined
    : `Voice name ${unknown} is not supported. Allowed voice names are: ${VOICES.replaceAll(' ', ', ')}`;
}
