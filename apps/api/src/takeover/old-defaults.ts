/**
 * What gemini-balance uses where nobody chose a value; it writes all of them into its settings table at the first start, so
 * that a row with one of these is no choice. Only settings whose default differs from this product's need a line.
 */
const OLD_DEFAULTS: Readonly<Record<string, readonly string[]>> = {
  BASE_URL: ['https://generativelanguage.googleapis.com/v1beta'],
  VERTEX_EXPRESS_BASE_URL: ['https://aiplatform.googleapis.com/v1beta1/publishers/google'],
  TEST_MODEL: ['gemini-2.5-flash-lite', 'gemini-1.5-flash'],
  SEARCH_MODELS: ['["gemini-2.5-flash", "gemini-2.5-pro"]', '["gemini-2.0-flash-exp"]'],
  IMAGE_MODELS: ['["gemini-2.0-flash-exp", "gemini-2.5-flash-image-preview"]', '["gemini-2.0-flash-exp"]'],
  URL_CONTEXT_MODELS: [
    '["gemini-2.5-pro", "gemini-2.5-flash", "gemini-2.5-flash-lite", "gemini-2.0-flash", "gemini-2.0-flash-live-001"]',
  ],
  TTS_MODEL: ['gemini-2.5-flash-preview-tts'],
  CREATE_IMAGE_MODEL: ['imagen-3.0-generate-002'],
  UPLOAD_PROVIDER: ['smms'],
};

/** Whether the old system wrote this text for the setting by itself. */
export function isOldDefault(name: string, text: string): boolean {
  return (OLD_DEFAULTS[name] ?? []).some((known) => sameText(known, text));
}

function sameText(one: string, other: string): boolean {
  return one.replace(/\s/g, '') === other.replace(/\s/g, '');
}
