import { isJsonObject } from '../../../json-object';
import { type CallForm, given, type ReadyMadeTool } from './call-form';

/** Several commands at once, which the client runs on its own machine. */
export const shellForm: CallForm = {
  callType: 'shell_call',
  resultType: 'shell_call_output',
  idPrefix: 'sh_',
  fieldsOf: ({ commands, timeout_ms, max_output_length }) => ({
    action: {
      commands: Array.isArray(commands) ? commands : [String(commands ?? '')],
      timeout_ms: timeout_ms ?? null,
      max_output_length: max_output_length ?? null,
    },
    environment: null,
  }),
  argsOf: ({ action }) => given(isJsonObject(action) ? action : {}),
};

export const shellTool: ReadyMadeTool = {
  declared: () => ({
    name: 'shell',
    description: "Runs shell commands on the user's machine and gives back their output.",
    parameters: {
      type: 'object',
      properties: {
        commands: { type: 'array', items: { type: 'string' } },
        timeout_ms: { type: 'integer' },
        max_output_length: { type: 'integer' },
      },
      required: ['commands'],
    },
  }),
};
