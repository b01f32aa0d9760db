import { withAnswerFaults } from '../faults/answer-faults';
import { faultOf, type Fault } from '../faults/fault';
import { withStreamFaults } from '../faults/stream-faults';
import { answerTo } from '../generate/answers/answer';
import { streamChunks, unaryChunk, type ChunkContext } from '../generate/answers/answer-chunks';
import { continued, hopOf } from '../generate/answers/continuation';
import type { GenerateRequest } from '../generate/generate-request';
import type { SimulatedModel } from '../models/model';
import { paceOf } from '../models/pace';
import { jsonReply } from '../wire/api-reply';
import { streamPlan } from '../wire/stream-plan';
import { wholePlan, type WirePlan } from '../wire/wire-plan';
import type { SimulatorContext } from './simulator-context';

/** How the client wants the answer. */
export type AnswerForm = 'unary' | 'sse' | 'array';

/** The answer to a checked request, with the faults that change what is said. */
export function generatePlan(
  request: GenerateRequest,
  model: SimulatedModel,
  form: AnswerForm,
  faults: readonly Fault[],
  context: SimulatorContext,
): WirePlan {
  const hops = faultOf(faults, 'continuation')?.hops ?? 0;
  const { continuationToken, ...question } = request;
  const hop = hopOf(answerTo(question, model, context.seed), continuationToken, hops);
  if ('status' in hop) return wholePlan(hop);
  const pace = faultOf(faults, 'pace') ?? paceOf(model.id) ?? context.pace;
  const chunkContext: ChunkContext = {
    request,
    model,
    seed: context.seed,
    serial: context.nextSerial(),
    events: pace.events,
  };
  const chunks =
    form === 'unary' ? [unaryChunk(hop.answer, chunkContext)] : streamChunks(hop.answer, chunkContext);
  const last = chunks.at(-1);
  if (hop.nextToken && last) chunks[chunks.length - 1] = continued(last, hop.nextToken);
  const said = withAnswerFaults(chunks, faults);
  if (form === 'unary') return wholePlan(jsonReply(200, faultOf(faults, 'array') ? said : said[0]));
  const ending = faultOf(faults, 'line-ending')?.ending ?? 'crlf';
  return streamPlan(withStreamFaults(said, faults), { form, ending, eventDelayMs: pace.eventDelayMs });
}
