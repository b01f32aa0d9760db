import { GoogleGenAI } from '@google/genai';

/** Google's own SDK, pointed at a gateway as a user would. */
export function geminiSdk(baseUrl: string, apiKey: string): GoogleGenAI {
  // jest hides the global dispatcher that the SDK looks up unless it is given a fetch of its own.
  return new GoogleGenAI({ apiKey, httpOptions: { baseUrl, fetch } });
}
