import type { Content, Part } from '../../gemini/content';
import { type ConversationContext, toContents } from './contents';
import type { Conversation } from './conversation';

/** How a conversation begins for upstream: with an instruction, and with the user. */
export interface Opening {
  readonly contents: readonly Content[];
  readonly systemInstruction?: Content;
}

/** Upstream wants the user to speak first. */
const FIRST_WORD: Content = { role: 'user', parts: [{ text: '.' }] };

/** A conversation as contents and instruction. */
export function openingOf(
  { instructions: texts, items }: Conversation,
  context: ConversationContext,
): Opening {
  const instructions = texts.map((text): Part => ({ text }));
  const said = toContents(items, context);
  if (said.length === 0) return { contents: [onlyInstructions(instructions)] };
  const contents = said[0]?.role === 'model' ? [FIRST_WORD, ...said] : said;
  if (instructions.length === 0) return { contents };
  if (context.features.takesSystemInstruction)
    return { contents, systemInstruction: { parts: instructions } };
  return { contents: prefixed(contents, instructions) };
}

/** A request without contents is refused. */
function onlyInstructions(instructions: readonly Part[]): Content {
  return { role: 'user', parts: instructions.length > 0 ? instructions : [{ text: ' ' }] };
}

/** For models without instructions: the user says them first. */
function prefixed([first, ...rest]: readonly Content[], instructions: readonly Part[]): readonly Content[] {
  const spoken = instructions.map(({ text }) => ({ text: `${text}\n\n` }));
  return [{ ...first, parts: [...spoken, ...(first?.parts ?? [])] }, ...rest];
}
