import { parseJson } from '../proto/read-body';
import { invalidArgument, jsonReply, type ApiReply } from '../wire/api-reply';
import { addMadeFile, fileUri } from './files';
import { freshId, type ResourceStore } from './resource-store';
import { deniedResource } from './resource-refusals';

/** What a model is asked to do in its own time. */
export interface LongCall {
  readonly modelId: string;
  readonly action: string;
  readonly project: string;
  readonly body: Buffer;
}

interface BatchInput {
  readonly batch?: {
    readonly displayName?: string;
    readonly inputConfig?: { readonly fileName?: string; readonly requests?: unknown };
  };
}

/** A batch, which is done when it is asked for the second time. */
export function batchReply({ modelId, action, project, body }: LongCall, store: ResourceStore): ApiReply {
  const { batch } = (parseJson(body) ?? {}) as BatchInput;
  const input = batch?.inputConfig;
  if (input === undefined) return invalidArgument('batch.input_config is required');
  if (input.fileName !== undefined && store.find(project, input.fileName) === undefined)
    return deniedResource(input.fileName);
  const name = `batches/${freshId()}`;
  const metadata = {
    '@type': 'type.googleapis.com/google.ai.generativelanguage.v1main.GenerateContentBatch',
    name,
    model: `models/${modelId}`,
    displayName: batch?.displayName ?? '',
    createTime: new Date().toISOString(),
    state: 'BATCH_STATE_PENDING',
  };
  const replies = action === 'asyncBatchEmbedContent' ? 'inlinedEmbedContentResponses' : 'inlinedResponses';
  const output =
    input.fileName === undefined
      ? { [replies]: { [replies]: [] } }
      : { responsesFile: addMadeFile(store, project, 'application/jsonl', Buffer.from('{"key":"1"}\n')) };
  const done = { ...metadata, state: 'BATCH_STATE_SUCCEEDED', output };
  store.add({
    name,
    project,
    body: { name, metadata },
    next: { name, metadata: done, done: true, response: output },
  });
  return jsonReply(200, { name, metadata });
}

/** A film, which is there when its operation is asked for. */
export function filmReply({ modelId, project }: LongCall, store: ResourceStore): ApiReply {
  const name = `models/${modelId}/operations/${freshId()}`;
  const film = addMadeFile(store, project, 'video/mp4', Buffer.from('a very short film'));
  const uri = `${fileUri(film)}:download?alt=media`;
  store.add({
    name,
    project,
    body: {
      name,
      done: true,
      response: { generateVideoResponse: { generatedSamples: [{ video: { uri } }] } },
    },
  });
  return jsonReply(200, { name });
}
