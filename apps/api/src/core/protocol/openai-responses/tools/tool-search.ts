import { isJsonObject } from '../../../json-object';
import { toArguments } from '../../conversation/call-arguments';
import type { CallForm, ReadyMadeTool } from './call-form';

/** A search among tools that the client has not declared yet; its result declares those that were found. */
export const toolSearchForm: CallForm = {
  callType: 'tool_search_call',
  resultType: 'tool_search_output',
  idPrefix: 'tsc_',
  fieldsOf: (args) => ({ execution: 'client', arguments: args }),
  argsOf: (item) => toArguments(item.arguments),
};

export const toolSearchTool: ReadyMadeTool = {
  declared: ({ description, parameters }) => ({
    name: 'tool_search',
    description:
      typeof description === 'string' ? description : 'Looks for further tools that fit what has to be done.',
    parameters: isJsonObject(parameters)
      ? parameters
      : { type: 'object', properties: { query: { type: 'string' } }, required: ['query'] },
  }),
};
