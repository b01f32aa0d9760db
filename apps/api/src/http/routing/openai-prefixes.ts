/** Base URLs that clients of OpenAI's API were ever given. */
export const OPENAI_PREFIXES = ['/v1', '/hf/v1', '/openai/v1', '/v1beta/openai'].flatMap((prefix) => [
  prefix,
  `/gemini${prefix}`,
]);
