import { DEEPEST_JSON, isDeeperThan } from '../../../json-object';
import { isKnown } from './blocks/check-blocks';
import type { Content, MessagesRequest } from './messages-request';

const CHARACTERS_OF_A_TOKEN = 4;
const TOKENS_OF_A_FILE = 258;

/** About how many tokens a request costs, by the length of what it says. */
export function estimatedTokens({ system, messages, tools }: MessagesRequest): number {
  const contents = [system, ...messages.map(({ content }) => content)];
  const characters = contents.reduce((sum, content) => sum + lengthOf(content), 0);
  return Math.ceil((characters + lengthOfTools(tools)) / CHARACTERS_OF_A_TOKEN);
}

/** What is nested too deep for JSON is not told upstream either. */
function lengthOfTools(tools: MessagesRequest['tools']): number {
  return tools == null || isDeeperThan(tools, DEEPEST_JSON) ? 0 : JSON.stringify(tools).length;
}

function lengthOf(content: Content | null | undefined): number {
  if (content == null) return 0;
  if (typeof content === 'string') return content.length;
  return content.reduce((sum: number, block) => {
    if (!isKnown(block)) return sum;
    switch (block.type) {
      case 'text':
        return sum + block.text.length;
      case 'tool_result':
      case 'search_result':
        return sum + lengthOf(block.content);
      case 'image':
      case 'document':
        return sum + TOKENS_OF_A_FILE * CHARACTERS_OF_A_TOKEN;
      default:
        return sum;
    }
  }, 0);
}
