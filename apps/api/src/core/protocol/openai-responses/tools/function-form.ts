import { toArguments } from '../../conversation/call-arguments';
import type { CallForm } from './call-form';

/** Functions, whose arguments are JSON text. */
export const functionForm: CallForm = {
  callType: 'function_call',
  resultType: 'function_call_output',
  idPrefix: 'fc_',
  streamed: { field: 'arguments', event: 'response.function_call_arguments' },
  fieldsOf: (args, { name, namespace }) => ({
    name,
    ...(namespace !== undefined && { namespace }),
    arguments: JSON.stringify(args),
  }),
  argsOf: (item) => toArguments(item.arguments),
};
