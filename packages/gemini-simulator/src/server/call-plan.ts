import { countReply } from '../count/count-reply';
import { embedReply, embedTokens, readEmbed } from '../embed/embed-reply';
import type { Fault } from '../faults/fault';
import { refusedByVertex } from '../generate/checks/check-vertex';
import { readGenerate } from '../generate/read-generate';
import { inputTokens } from '../generate/tokens';
import { refusedByBalance } from '../keys/key-health';
import type { SimulatedKey } from '../keys/simulated-key';
import type { ModelKind, SimulatedModel } from '../models/model';
import { predictReply } from '../predict/predict-reply';
import { quotaRefusal } from '../quotas/quota-refusal';
import { batchReply, filmReply } from '../resources/made-by-models';
import { invalidArgument, rpcError, type ApiReply } from '../wire/api-reply';
import { wholePlan, type WirePlan } from '../wire/wire-plan';
import { generatePlan, type AnswerForm } from './generate-plan';
import type { SimulatorContext } from './simulator-context';

/** A call of a model's method by a key that was let in. */
export interface ModelCall {
  readonly modelId: string;
  readonly action: string;
  readonly version: string;
  readonly isVertex: boolean;
  readonly query: URLSearchParams;
  readonly key: SimulatedKey;
  readonly body: Buffer;
  readonly faults: readonly Fault[];
}

const KINDS: Readonly<Record<string, readonly ModelKind[]>> = {
  generateContent: ['chat', 'image', 'speech'],
  streamGenerateContent: ['chat', 'image', 'speech'],
  countTokens: ['chat', 'image', 'speech', 'embedding'],
  embedContent: ['embedding'],
  batchEmbedContents: ['embedding'],
  batchGenerateContent: ['chat', 'image', 'speech'],
  asyncBatchEmbedContent: ['embedding'],
  predictLongRunning: ['video'],
  predict: ['imagen'],
};

export function callPlan(call: ModelCall, context: SimulatorContext): WirePlan {
  const model = context.models.find(call.modelId);
  if (model?.kind === 'interactions')
    return wholePlan(invalidArgument('This model only supports Interactions API.'));
  if (!model || !KINDS[call.action]?.includes(model.kind)) return wholePlan(modelNotFound(call));
  const long = { ...call, project: call.key.project };
  switch (call.action) {
    case 'batchGenerateContent':
    case 'asyncBatchEmbedContent':
      return wholePlan(batchReply(long, context.resources));
    case 'predictLongRunning':
      return wholePlan(filmReply(long, context.resources));
    case 'countTokens':
      return wholePlan(countReply(call.body));
    case 'predict':
      return wholePlan(refusedByQuota(call, model, 0, context) ?? predictReply(call.body));
    case 'embedContent':
    case 'batchEmbedContents':
      return wholePlan(embedded(call, model, context));
    default:
      return generated(call, model, context);
  }
}

function generated(call: ModelCall, model: SimulatedModel, context: SimulatorContext): WirePlan {
  const form: AnswerForm =
    call.action === 'generateContent' ? 'unary' : call.query.get('alt') === 'sse' ? 'sse' : 'array';
  const holds = (name: string): boolean => context.resources.find(call.key.project, name) !== undefined;
  const refused = call.isVertex ? refusedByVertex(call.body) : undefined;
  if (refused) return wholePlan(inForm(refused, form));
  const read = readGenerate(call.body, model, context.seed, holds);
  const refusal =
    'refusal' in read ? read.refusal : refusedByQuota(call, model, inputTokens(read.request), context);
  if (refusal || 'refusal' in read) return wholePlan(inForm(refusal as ApiReply, form));
  return generatePlan(read.request, model, form, call.faults, context);
}

function embedded(call: ModelCall, model: SimulatedModel, context: SimulatorContext): ApiReply {
  const isBatch = call.action === 'batchEmbedContents';
  const read = readEmbed(call.body, isBatch);
  if ('refusal' in read) return read.refusal;
  const refusal = refusedByQuota(call, model, embedTokens(read.requests), context);
  return refusal ?? embedReply(read.requests, isBatch, model, context.seed);
}

function refusedByQuota(
  { key }: ModelCall,
  model: SimulatedModel,
  tokens: number,
  { meter }: SimulatorContext,
): ApiReply | undefined {
  const byBalance = refusedByBalance(key, model.id);
  if (byBalance) return byBalance;
  if (key.tier === 'free' && !model.isFree)
    return quotaRefusal(model.id, 'free', [{ window: 'requests_per_day', limit: 0, retryInMs: 44_500 }]);
  const spent = meter.spend(key.project, model.id, tokens);
  return spent.length > 0 ? quotaRefusal(model.id, key.tier, spent) : undefined;
}

// An error on a stream without `alt=sse` is the only element of an array.
function inForm(refusal: ApiReply, form: AnswerForm): ApiReply {
  if (form !== 'array') return refusal;
  return { ...refusal, body: Buffer.concat([Buffer.from('['), refusal.body, Buffer.from(']\n')]) };
}

function modelNotFound({ modelId, action, version, isVertex, key }: ModelCall): ApiReply {
  if (isVertex)
    return rpcError(
      404,
      'NOT_FOUND',
      `Publisher Model \`projects/${key.project}/locations/global/publishers/google/models/${modelId}\` was not found or your project does not have access to it.`,
    );
  return rpcError(
    404,
    'NOT_FOUND',
    `models/${modelId} is not found for API version ${version}, or is not supported for ${action}. ` +
      'Call ModelService.ListModels to see the list of available models and their supported methods.',
  );
}
