import { group } from '../group';
import { choice } from '../kinds/choice';
import { text } from '../kinds/text';

/** Gemini's prebuilt voices; see "Speech" in docs/protocol-notes.md. */
const VOICES =
  'Zephyr Puck Charon Kore Fenrir Leda Orus Aoede Callirrhoe Autonoe Enceladus Iapetus Umbriel Algieba Despina ' +
  'Erinome Algenib Rasalgethi Laomedeia Achernar Alnilam Schedar Gacrux Pulcherrima Achird Zubenelgenubi ' +
  'Vindemiatrix Sadachbia Sadaltager Sulafat';

export const speechGroup = group(
  'speech',
  { en: 'Speech', zh: '语音' },
  {
    TTS_MODEL: text({
      label: { en: 'Speech model', zh: '语音模型' },
      help: { en: 'Model behind /v1/audio/speech.', zh: '/v1/audio/speech 所用的模型。' },
      default: 'gemini-2.5-flash-preview-tts',
      effect: 'pending',
      of: 'model',
      suggestions: [
        'gemini-3.8-flash-tts',
        'gemini-3.8-flash-lite-tts',
        'gemini-3.1-flash-tts-preview',
        'gemini-2.5-flash-preview-tts',
        'gemini-2.5-pro-preview-tts',
      ],
    }),
    TTS_VOICE_NAME: text({
      label: { en: 'Voice', zh: '音色' },
      help: {
        en: 'Voice that speaks where the client names none that Gemini knows.',
        zh: '客户端未指定 Gemini 可用音色时所用的音色。',
      },
      default: 'Zephyr',
      effect: 'pending',
      suggestions: VOICES.split(' '),
    }),
    TTS_SPEED: choice({
      label: { en: 'Speed', zh: '语速' },
      help: { en: 'How fast the voice speaks where the client does not say.', zh: '客户端未指定时的语速。' },
      default: 'normal',
      options: ['slow', 'normal', 'fast'],
      effect: 'pending',
    }),
  },
);
