import { isJsonObject } from '../../../json-object';
import { type CallForm, given, type ReadyMadeTool } from './call-form';

/** A change to one file, which the client applies. */
export const applyPatchForm: CallForm = {
  callType: 'apply_patch_call',
  resultType: 'apply_patch_call_output',
  idPrefix: 'apc_',
  fieldsOf: ({ type, path, diff }) => ({ operation: given({ type, path, diff }) }),
  argsOf: ({ operation }) => given(isJsonObject(operation) ? operation : {}),
};

export const applyPatchTool: ReadyMadeTool = {
  declared: () => ({
    name: 'apply_patch',
    description: 'Creates, changes or deletes one file. `diff` is in V4A format and is left out to delete.',
    parameters: {
      type: 'object',
      properties: {
        type: { type: 'string', enum: ['create_file', 'update_file', 'delete_file'] },
        path: { type: 'string' },
        diff: { type: 'string' },
      },
      required: ['type', 'path'],
    },
  }),
};
