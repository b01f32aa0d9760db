import { toArguments } from '../../../conversation/call-arguments';
import type { CallResult } from '../../../conversation/call-result';
import type { MadeCall } from '../../../conversation/made-call';
import { textOf } from '../../../conversation/text-of';
import type { MediaContext } from '../../../media/media-part';
import { CALL_FORMS, CALL_KINDS, RESULT_KINDS } from '../../tools/call-forms';
import { flattenedName } from '../../tools/declared-tools';
import type { InputItem, ItemContent } from '../input-item';
import type { PlacedItem } from '../responses-request';
import { mediaParts } from './content-parts';

/** The call that an item holds; undefined for items of other kinds. `signatures` are what the client brought, by call id. */
export function madeCall(item: InputItem, signatures: ReadonlyMap<string, string>): MadeCall | undefined {
  const kind = CALL_KINDS.get(item.type);
  if (kind === undefined) return undefined;
  const id = typeof item.call_id === 'string' ? item.call_id : undefined;
  const name = typeof item.name === 'string' ? flattenedName(item.name, item.namespace) : kind;
  const signature = id === undefined ? undefined : signatures.get(id);
  return { id, name, args: CALL_FORMS[kind].argsOf(item), signature };
}

/** The result that an item holds; undefined for items of other kinds. @throws InvalidRequestError naming the field */
export function callResult({ item, field }: PlacedItem, context: MediaContext): CallResult | undefined {
  const kind = RESULT_KINDS.get(item.type);
  if (kind === undefined) return undefined;
  const identity = identityOf(item);
  const { output } = item;
  switch (kind) {
    case 'shell':
      return { ...identity, text: JSON.stringify({ output: output ?? [] }), media: [] };
    case 'tool_search':
      return { ...identity, text: JSON.stringify({ tools: toolNames(item) }), media: [] };
    case 'apply_patch':
      return { ...identity, text: asText(output), media: [], isError: item.status === 'failed' };
    default: {
      const content = (output ?? '') as ItemContent;
      const media = mediaParts(content, `${field}.output`, context);
      return { ...identity, text: textOf(content), media };
    }
  }
}

/** The content of a result that may point to media. */
export function resultContent(item: InputItem): ItemContent {
  const kind = RESULT_KINDS.get(item.type);
  return kind === 'function' || kind === 'custom' ? ((item.output ?? '') as ItemContent) : '';
}

function identityOf({
  call_id: callId,
  id,
  name,
  namespace,
}: InputItem): Pick<CallResult, 'callId' | 'name'> {
  if (typeof callId === 'string') return { callId };
  if (typeof name === 'string') return { callId: undefined, name: flattenedName(name, namespace) };
  return { callId: typeof id === 'string' ? id : undefined };
}

function asText(output: unknown): string {
  return typeof output === 'string' ? output : JSON.stringify(toArguments(output));
}

function toolNames({ tools }: InputItem): unknown[] {
  return (Array.isArray(tools) ? tools : []).map(
    (tool: { name?: unknown; type?: unknown }) => tool.name ?? tool.type,
  );
}
