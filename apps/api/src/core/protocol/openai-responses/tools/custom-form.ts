import type { CallForm } from './call-form';

/** Tools of free text. Upstream knows them as functions of one text, `input`. */
export const customForm: CallForm = {
  callType: 'custom_tool_call',
  resultType: 'custom_tool_call_output',
  idPrefix: 'ctc_',
  streamed: { field: 'input', event: 'response.custom_tool_call_input' },
  fieldsOf: (args, { name, namespace }) => ({
    name,
    ...(namespace !== undefined && { namespace }),
    input: typeof args.input === 'string' ? args.input : JSON.stringify(args),
  }),
  argsOf: ({ input }) => ({ input: input ?? '' }),
};
