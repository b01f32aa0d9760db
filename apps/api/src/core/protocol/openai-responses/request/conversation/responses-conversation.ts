import type { Part } from '../../../../gemini/content';
import { mediaTypeOf } from '../../../../gemini/media/media-types';
import { isJsonObject } from '../../../../json-object';
import type { Conversation, ConversationItem } from '../../../conversation/conversation';
import { textOf } from '../../../conversation/text-of';
import { splitMarkdownPictures } from '../../../media/markdown-pictures';
import type { MediaContext } from '../../../media/media-part';
import { textOfPart } from '../../../reply/text-of-part';
import { type InputItem, isMessage, type MessageItem } from '../input-item';
import { itemsOf, type PlacedItem, type ResponsesRequest } from '../responses-request';
import { broughtSignatures } from './brought-signatures';
import { callResult, madeCall } from './call-items';
import { contentParts } from './content-parts';

/** Items that tell upstream nothing, and whose absence nobody misses. */
const SILENT = new Set(['reasoning', 'additional_tools', 'web_search_call', 'configuration_update']);
/** Items of tools that OpenAI runs, which no other service can go on with. */
const FOREIGN = new Set([
  'compaction',
  'compaction_trigger',
  'computer_call',
  'computer_call_output',
  'file_search_call',
  'mcp_approval_request',
  'mcp_approval_response',
  'mcp_call',
  'mcp_list_tools',
  'program',
  'program_output',
]);

/** A conversation in words that belong to no dialect. What is left out of it is named in `changes`. @throws InvalidRequestError naming the field */
export function responsesConversation(
  request: ResponsesRequest,
  context: MediaContext,
  changes: string[],
): Conversation {
  const items = itemsOf(request);
  const signatures = broughtSignatures(request);
  const leading = items.slice(0, endOfInstructions(items)).map(({ item }) => item);
  const instructions = [
    request.body.instructions ?? '',
    ...leading.filter(isMessage).map(({ content }) => textOf(content)),
  ].filter((text) => text.trim() !== '');
  if (leading.some(holdsMedia)) changes.push('media in instructions dropped');
  const said = items
    .slice(leading.length)
    .flatMap((placed) => conversationItems(placed, signatures, context, changes));
  return { instructions, items: said };
}

/** How many items pass before somebody speaks. */
export function endOfInstructions(items: readonly PlacedItem[]): number {
  const end = items.findIndex(({ item }) => !isInstruction(item) && !SILENT.has(item.type));
  return end < 0 ? items.length : end;
}

function isInstruction(item: InputItem): item is MessageItem {
  return isMessage(item) && (item.role === 'system' || item.role === 'developer');
}

function holdsMedia(item: InputItem): boolean {
  return (
    isMessage(item) &&
    typeof item.content !== 'string' &&
    item.content.some(({ type }) => type.startsWith('input_') && type !== 'input_text')
  );
}

function conversationItems(
  placed: PlacedItem,
  signatures: ReadonlyMap<string, string>,
  context: MediaContext,
  changes: string[],
): ConversationItem[] {
  const { item, field } = placed;
  if (isMessage(item)) return [said(item, field, context)];
  const call = madeCall(item, signatures);
  if (call !== undefined) return [{ kind: 'call', call }];
  const result = callResult(placed, context);
  if (result !== undefined) return [{ kind: 'result', result }];
  const parts = shownParts(item);
  if (parts !== undefined) return [{ kind: 'model', parts }];
  if (!SILENT.has(item.type))
    changes.push(
      `${FOREIGN.has(item.type) ? `items of the type ${item.type}` : 'items of an unknown type'} dropped`,
    );
  return [];
}

function said({ role, content }: MessageItem, field: string, context: MediaContext): ConversationItem {
  const parts = contentParts(content, `${field}.content`, context);
  if (role === 'user') return { kind: 'user', parts };
  if (role !== 'assistant') return { kind: 'instruction', parts };
  return {
    kind: 'model',
    parts: parts.flatMap((part) =>
      part.text === undefined ? part : splitMarkdownPictures(part.text, context.media),
    ),
  };
}

/** What the model made beside messages: pictures, and code that ran. Undefined for items of other kinds. */
function shownParts(item: InputItem): Part[] | undefined {
  if (item.type === 'image_generation_call') {
    const data = typeof item.result === 'string' ? item.result : '';
    const mimeType = mediaTypeOf('', data);
    return mimeType === undefined ? [] : [{ inlineData: { mimeType, data } }];
  }
  if (item.type !== 'code_interpreter_call') return undefined;
  const code = typeof item.code === 'string' ? item.code : '';
  const outputs = Array.isArray(item.outputs) ? (item.outputs as unknown[]).filter(isJsonObject) : [];
  const output = outputs.flatMap(({ logs }) => (typeof logs === 'string' ? logs : [])).join('\n');
  const text =
    textOfPart({ executableCode: { language: 'PYTHON', code } }) +
    (output === '' ? '' : textOfPart({ codeExecutionResult: { output } }));
  return text === '' ? [] : [{ text }];
}
