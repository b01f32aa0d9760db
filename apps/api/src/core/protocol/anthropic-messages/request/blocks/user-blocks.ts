import type { CallResult } from '../../../conversation/call-result';
import type { ConversationItem } from '../../../conversation/conversation';
import type { Content } from '../messages-request';
import type { WishContext } from '../../../generation/translation';
import type { Block, ToolResultBlock } from './block';
import { blockParts, contentParts } from './block-parts';
import { isKnown } from './check-blocks';

/** What a user said, and the results of calls among that. @throws InvalidRequestError naming the field */
export function userItems(content: Content, field: string, context: WishContext): ConversationItem[] {
  if (typeof content === 'string') return [{ kind: 'user', parts: contentParts(content, field, context) }];
  const results: ConversationItem[] = [];
  const parts = content.flatMap((block, index) => {
    const path = `${field}[${index}]`;
    if (!isToolResult(block)) return blockParts(block, path, context);
    results.push({ kind: 'result', result: callResult(block, path, context) });
    return [];
  });
  return results.length > 0 && parts.length === 0 ? results : [...results, { kind: 'user', parts }];
}

function callResult(
  { tool_use_id: callId, content, is_error: isError }: ToolResultBlock,
  field: string,
  context: WishContext,
): CallResult {
  const parts = contentParts(content ?? '', `${field}.content`, context);
  return {
    callId,
    text: parts.flatMap(({ text }) => text ?? []).join('\n'),
    media: parts.filter(({ text }) => text === undefined),
    isError: isError === true,
  };
}

function isToolResult(block: Block): block is ToolResultBlock {
  return isKnown(block) && block.type === 'tool_result';
}
