import type { FunctionChoice } from '../../../../gemini/tools/tool-rules';
import type { ClientTools } from '../../../tools/client-tools';
import type { MessagesRequest } from '../messages-request';

/** The choice among the client's tools. A tool that upstream runs cannot be forced: then no other one is offered. */
export function functionChoice({ tool_choice: choice }: MessagesRequest, tools: ClientTools): FunctionChoice {
  switch (choice?.type) {
    case 'any':
      return { mode: tools.all.length > 0 ? 'ANY' : 'AUTO' };
    case 'none':
      return { mode: 'NONE' };
    case 'tool': {
      const isClients = tools.all.some(({ name }) => name === choice.name);
      return isClients ? { mode: 'ANY', allowed: [tools.upstreamName(choice.name)] } : { mode: 'NONE' };
    }
    default:
      return { mode: 'AUTO' };
  }
}
