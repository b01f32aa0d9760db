/** A part of a message in OpenAI's dialects, as far as it is text. */
interface MessagePart {
  readonly type: string;
  readonly text?: string;
  readonly refusal?: string;
}

const TEXTS: ReadonlySet<string> = new Set(['text', 'input_text', 'output_text', 'summary_text']);

/** All text of a message, its parts on lines of their own. Reasoning and media are none. */
export function textOf(content: string | readonly MessagePart[] | null | undefined): string {
  if (content == null) return '';
  if (typeof content === 'string') return content;
  return content
    .map(textIn)
    .filter((text) => text)
    .join('\n');
}

/** The text of a part; undefined for parts of other kinds. */
export function textIn(part: MessagePart): string | undefined {
  if (part.type === 'refusal') return part.refusal;
  return TEXTS.has(part.type) ? part.text : undefined;
}
