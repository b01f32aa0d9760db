import { GoogleGenAI } from '@google/genai';

const model = 'gemini-flash-latest';
const callCount = 20;

export interface TourResult {
  readonly calls: number;
  readonly answered: number;
  /** What the first refused call was told; undefined where none was refused. */
  readonly refusal: string | undefined;
  readonly streamedEvents: number;
  readonly streamedText: string;
}

/** What a developer does with the gateway: calls and a stream through Google's SDK, with nothing changed but the base URL. */
export async function tour(gatewayUrl: string, clientToken: string): Promise<TourResult> {
  const { models } = new GoogleGenAI({ apiKey: clientToken, httpOptions: { baseUrl: gatewayUrl } });
  const calls = await Promise.allSettled(
    Array.from({ length: callCount }, (_, index) =>
      models.generateContent({ model, contents: `Say hello, number ${index + 1}.` }),
    ),
  );
  const refused = calls.find((call) => call.status === 'rejected');

  let streamedEvents = 0;
  let streamedText = '';
  const stream = await models.generateContentStream({
    model,
    contents: 'Tell me a short story about a patient gateway.',
  });
  for await (const event of stream) {
    streamedEvents += 1;
    streamedText += event.text ?? '';
  }
  return {
    calls: callCount,
    answered: calls.filter((call) => call.status === 'fulfilled').length,
    refusal: refused && String(refused.reason),
    streamedEvents,
    streamedText,
  };
}
