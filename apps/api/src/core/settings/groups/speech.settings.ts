import { VOICES } from '../../speech/voices';
import { group } from '../group';
import { choice } from '../kinds/choice';
import { text } from '../kinds/text';

export const speechGroup = group(
  'speech',
  { en: 'Speech', zh: '语音' },
  {
    TTS_MODEL: text({
      label: { en: 'Speech model', zh: '语音模型' },
      help: { en: 'Model behind /v1/audio/speech.', zh: '/v1/audio/speech 所用的模型。' },
      default: 'gemini-2.5-flash-preview-tts',
      of: 'model',
      modelKinds: ['speech'],
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
        en: 'Voice that speaks where the client names none.',
        zh: '客户端未指定音色时所用的音色。',
      },
      default: 'Zephyr',
      suggestions: VOICES,
    }),
    TTS_SPEED: choice({
      label: { en: 'Speed', zh: '语速' },
      help: { en: 'How fast the voice speaks where the client does not say.', zh: '客户端未指定时的语速。' },
      default: 'normal',
      options: ['slow', 'normal', 'fast'],
    }),
    TRANSCRIPTION_MODEL: text({
      label: { en: 'Transcription model', zh: '转写模型' },
      help: {
        en: 'Model behind /v1/audio/transcriptions and /v1/audio/translations; any that understands sound.',
        zh: '/v1/audio/transcriptions 与 /v1/audio/translations 所用的模型，需能理解音频。',
      },
      default: 'gemini-3.8-flash',
      of: 'model',
      modelKinds: ['chat'],
      suggestions: ['gemini-3.8-flash', 'gemini-3.5-flash-lite', 'gemini-2.5-flash', 'gemini-3.5-transcribe'],
    }),
  },
);
