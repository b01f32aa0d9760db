/** What a client makes of an answer, in words of no dialect. */
export interface Story {
  /** What the model says. */
  readonly text: string;
  /** What it thinks aloud meanwhile, in dialects that show it unasked. */
  readonly thoughts?: string;
  /** Whether the answer says that it is whole. */
  readonly isFinished: boolean;
  /** The words of the error, in place of the answer or at its end. */
  readonly fault: string | undefined;
}

/** One way in which clients ask and read answers. */
export interface ClientForm {
  readonly name: string;
  readonly isStream: boolean;
  path(model: string): string;
  body(model: string, prompt: string): object;
  /** Reads an answer. Throws where it is torn, or is none of the dialect. */
  read(text: string): Story;
}

/** The data of server-sent events, in order. Throws where the last event is torn. */
export function eventData(text: string): string[] {
  const blocks = text.split(/\r\n\r\n|\n\n|\r\r/);
  if (blocks.pop() !== '') throw new Error(`The stream ends within an event: ${text.slice(-200)}`);
  return blocks.flatMap((block) => {
    const lines = block.split(/\r\n|\n|\r/).filter((line) => line !== '' && !line.startsWith(':'));
    if (lines.some((line) => !/^(data|event|id|retry): ?/.test(line)))
      throw new Error(`Not an event: ${block.slice(0, 200)}`);
    const data = lines.flatMap((line) => (line.startsWith('data:') ? line.slice(5).trimStart() : []));
    return data.length > 0 ? [data.join('\n')] : [];
  });
}

/** Several parts of an answer as one. */
export function joined(parts: readonly Partial<Story>[]): Story {
  return {
    text: parts.map(({ text = '' }) => text).join(''),
    thoughts: parts.map(({ thoughts = '' }) => thoughts).join(''),
    isFinished: parts.some(({ isFinished }) => isFinished === true),
    fault: parts.find(({ fault }) => fault !== undefined)?.fault,
  };
}
