import { toArguments } from '../../../conversation/call-arguments';
import type { ConversationItem } from '../../../conversation/conversation';
import type { MadeCall } from '../../../conversation/made-call';
import { splitMarkdownPictures } from '../../../media/markdown-pictures';
import { signaturesIn } from '../../../signatures/sealed-signatures';
import type { Content, Message } from '../messages-request';
import type { WishContext } from '../../../generation/translation';
import type { Block, ToolUseBlock } from './block';
import { blockParts } from './block-parts';
import { isKnown } from './check-blocks';

/** What an assistant said and called, in order. Thoughts stay out. @throws InvalidRequestError naming the field */
export function assistantItems(content: Content, field: string, context: WishContext): ConversationItem[] {
  if (typeof content === 'string')
    return [{ kind: 'model', parts: content === '' ? [] : splitMarkdownPictures(content, context.media) }];
  const signatures = signaturesOf(content);
  return content.map((block, index): ConversationItem => {
    if (isToolUse(block)) return { kind: 'call', call: madeCall(block, signatures) };
    const parts = blockParts(block, `${field}[${index}]`, context);
    return {
      kind: 'model',
      parts: parts.flatMap((part) =>
        part.text === undefined ? part : splitMarkdownPictures(part.text, context.media),
      ),
    };
  });
}

/** The calls of all messages. */
export function allCalls(messages: readonly Message[]): MadeCall[] {
  return messages.flatMap(({ role, content }) => {
    if (role !== 'assistant' || typeof content === 'string') return [];
    const signatures = signaturesOf(content);
    return content.filter(isToolUse).map((block) => madeCall(block, signatures));
  });
}

function madeCall({ id, name, input }: ToolUseBlock, signatures: ReadonlyMap<string, string>): MadeCall {
  return { id, name, args: toArguments(input), signature: signatures.get(id) };
}

/**
 * The signatures of calls that this gateway gave with thoughts, by call id. Those of other services it cannot open: upstream
 * must never see one.
 */
function signaturesOf(blocks: readonly Block[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const block of blocks.filter(isKnown)) {
    const sealed =
      block.type === 'thinking'
        ? block.signature
        : block.type === 'redacted_thinking'
          ? block.data
          : undefined;
    if (sealed === undefined) continue;
    for (const [id, signature] of signaturesIn(sealed)) found.set(id, signature);
  }
  return found;
}

function isToolUse(block: Block): block is ToolUseBlock {
  return isKnown(block) && block.type === 'tool_use';
}
