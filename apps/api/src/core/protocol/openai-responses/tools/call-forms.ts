import { applyPatchForm } from './apply-patch';
import type { CallForm, CallKind } from './call-form';
import { customForm } from './custom-form';
import { functionForm } from './function-form';
import { localShellForm } from './local-shell';
import { shellForm } from './shell';
import { toolSearchForm } from './tool-search';

export const CALL_FORMS: Readonly<Record<CallKind, CallForm>> = {
  function: functionForm,
  custom: customForm,
  local_shell: localShellForm,
  shell: shellForm,
  apply_patch: applyPatchForm,
  tool_search: toolSearchForm,
};

const byType = (type: 'callType' | 'resultType'): ReadonlyMap<string, CallKind> =>
  new Map((Object.keys(CALL_FORMS) as CallKind[]).map((kind) => [CALL_FORMS[kind][type], kind]));

/** By the type of the item that holds a call. */
export const CALL_KINDS = byType('callType');
/** By the type of the item that holds a result. */
export const RESULT_KINDS = byType('resultType');
