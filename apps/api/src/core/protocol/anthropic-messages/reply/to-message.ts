import type { GenerateContentResponse } from '../../../gemini/reply/generate-content-response';
import type { AdaptContext, Answer } from '../../protocol-adapter';
import { SingleReply } from '../../reply/single-reply';
import type { BlockDelta, BlockEvent, ReplyBlock, ReplyMessage } from './message';
import { MessageBlocks } from './message-blocks';
import { toMessageEnd } from './message-end';
import { toMessageUsage } from './message-usage';
import type { MessagesAsked } from './messages-asked';

/** The message that is made of the reply to a request. It holds the blocks that a stream would have told of. */
export function toMessage(
  [reply = {}]: readonly GenerateContentResponse[],
  asked: MessagesAsked,
  context: AdaptContext,
): Answer<ReplyMessage> {
  const id = context.newId('msg_');
  const single = new SingleReply(asked, context, 'toolu_');
  const blocks = new MessageBlocks(asked, context);
  const events = [...blocks.take(single.read(reply)), ...blocks.take(single.end()), ...blocks.end()];
  const body: ReplyMessage = {
    id,
    type: 'message',
    role: 'assistant',
    model: asked.model,
    content: filledBlocks(events),
    ...toMessageEnd(single, blocks),
    usage: toMessageUsage(single.usage, blocks.searchCount),
  };
  return { body, signatures: single.signatures };
}

function filledBlocks(events: readonly BlockEvent[]): ReplyBlock[] {
  const blocks: ReplyBlock[] = [];
  for (const event of events) {
    if (event.type === 'content_block_start') blocks.push(event.content_block);
    else if (event.type === 'content_block_delta')
      blocks[event.index] = filled(blocks[event.index]!, event.delta);
  }
  return blocks;
}

function filled(block: ReplyBlock, delta: BlockDelta): ReplyBlock {
  switch (block.type) {
    case 'text':
      if (delta.type === 'citations_delta')
        return { ...block, citations: [...(block.citations ?? []), delta.citation] };
      return delta.type === 'text_delta' ? { ...block, text: block.text + delta.text } : block;
    case 'thinking':
      if (delta.type === 'signature_delta') return { ...block, signature: delta.signature };
      return delta.type === 'thinking_delta'
        ? { ...block, thinking: block.thinking + delta.thinking }
        : block;
    case 'tool_use':
    case 'server_tool_use':
      return delta.type === 'input_json_delta' ? { ...block, input: JSON.parse(delta.partial_json) } : block;
    case 'web_search_tool_result':
      return block;
  }
}
