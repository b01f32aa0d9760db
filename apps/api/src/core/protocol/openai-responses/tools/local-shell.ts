import { isJsonObject } from '../../../json-object';
import { type CallForm, given, type ReadyMadeTool } from './call-form';

/** One command, which the client runs on its own machine. */
export const localShellForm: CallForm = {
  callType: 'local_shell_call',
  resultType: 'local_shell_call_output',
  idPrefix: 'lsh_',
  fieldsOf: ({ command, env, working_directory, timeout_ms, user }) => ({
    action: {
      type: 'exec',
      command: Array.isArray(command) ? command : [String(command ?? '')],
      env: isJsonObject(env) ? env : {},
      ...given({ working_directory, timeout_ms, user }),
    },
  }),
  argsOf: ({ action }) => {
    const { type: _, env, ...args } = isJsonObject(action) ? action : {};
    const hasEnv = isJsonObject(env) && Object.keys(env).length > 0;
    return { ...given(args), ...(hasEnv && { env }) };
  },
};

export const localShellTool: ReadyMadeTool = {
  declared: () => ({
    name: 'local_shell',
    description: "Runs a command on the user's machine and gives back its output.",
    parameters: {
      type: 'object',
      properties: {
        command: { type: 'array', items: { type: 'string' }, description: 'The program and its arguments.' },
        working_directory: { type: 'string' },
        timeout_ms: { type: 'integer' },
      },
      required: ['command'],
    },
  }),
};
