/** A message of a session, as far as the simulator reads it. */
interface LiveMessage {
  readonly clientContent?: {
    readonly turns?: readonly { readonly parts?: readonly { readonly text?: string }[] }[];
    readonly turnComplete?: boolean;
  };
  readonly realtimeInput?: {
    readonly text?: string;
    readonly audio?: { readonly mimeType?: string; readonly data?: string };
  };
}

/** A session asked for this closes with that code and reason, as upstream does for reasons of its own. */
const CLOSE = /^please close (\d{4}) ?(.*)$/s;

/** What is said to a message: the messages to send, or how to close. */
export type LiveReply =
  { readonly messages: readonly object[] } | { readonly code: number; readonly reason: string };

/** Repeats what is said, text as text and sound as sound, and tells what the turn cost. */
export function liveReply(message: LiveMessage): LiveReply {
  const { clientContent, realtimeInput } = message;
  const text = textOf(message);
  const [, code, reason] = CLOSE.exec(text) ?? [];
  if (code !== undefined) return { code: Number(code), reason: reason ?? '' };
  const audio = realtimeInput?.audio;
  const part = audio ? { inlineData: audio } : { text: `You said: ${text}` };
  if (!audio && text === '') return { messages: [] };
  if (clientContent && clientContent.turnComplete === false) return { messages: [] };
  const usageMetadata = { promptTokenCount: 7, responseTokenCount: 5, totalTokenCount: 12 };
  return {
    messages: [
      { serverContent: { modelTurn: { role: 'model', parts: [part] } } },
      { serverContent: { generationComplete: true } },
      { serverContent: { turnComplete: true }, usageMetadata },
    ],
  };
}

function textOf({ clientContent, realtimeInput }: LiveMessage): string {
  const turn = clientContent?.turns?.at(-1);
  return realtimeInput?.text ?? turn?.parts?.map(({ text }) => text ?? '').join('') ?? '';
}
