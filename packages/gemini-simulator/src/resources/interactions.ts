import { parseJson } from '../proto/read-body';
import { invalidArgument, jsonReply } from '../wire/api-reply';
import { wholePlan, type WirePlan } from '../wire/wire-plan';
import { deniedResource } from './resource-refusals';
import { freshId, type ResourceStore } from './resource-store';

interface InteractionRequest {
  readonly model?: string;
  readonly agent?: string;
  readonly input?: unknown;
  readonly stream?: boolean;
  readonly store?: boolean;
  readonly previous_interaction_id?: string;
}

/** `POST interactions`: answers with how long the conversation is by now. */
export function interactionPlan(body: Buffer, project: string, store: ResourceStore): WirePlan {
  const request = (parseJson(body) ?? {}) as InteractionRequest;
  if (request.input === undefined || (request.model ?? request.agent) === undefined)
    return wholePlan(invalidArgument('input and one of model and agent are required'));
  const before = request.previous_interaction_id;
  const former = before === undefined ? undefined : store.find(project, `interactions/${before}`);
  if (before !== undefined && former === undefined)
    return wholePlan(deniedResource(`interactions/${before}`));
  const turn = Number(former?.body.turn ?? 0) + 1;
  const interaction = {
    id: `v1_${freshId()}`,
    object: 'interaction',
    model: request.model,
    agent: request.agent,
    status: 'completed',
    created: new Date().toISOString(),
    turn,
    steps: [{ type: 'model_output', content: [{ type: 'text', text: `Turn ${turn}.` }] }],
    usage: { total_input_tokens: 7, total_output_tokens: 3, total_tokens: 10 },
  };
  if (request.store !== false)
    store.add({ name: `interactions/${interaction.id}`, project, body: interaction });
  return request.stream ? streamed(interaction) : wholePlan(jsonReply(200, interaction));
}

/** The named events of a stream, which ends with `[DONE]`. */
function streamed(interaction: { readonly id: string; readonly steps: readonly unknown[] }): WirePlan {
  const begun = { ...interaction, status: 'in_progress', steps: undefined, usage: undefined };
  const events: [string, Record<string, unknown>][] = [
    ['interaction.created', { interaction: begun }],
    ['step.start', { index: 0, step: { type: 'model_output' } }],
    ['step.delta', { index: 0, delta: { type: 'text', text: 'Turn' } }],
    ['step.stop', { index: 0 }],
    ['interaction.completed', { interaction }],
  ];
  const texts = events.map(
    ([name, data]) => `event: ${name}\ndata: ${JSON.stringify({ event_type: name, ...data })}\n\n`,
  );
  return {
    status: 200,
    headers: { 'content-type': 'text/event-stream' },
    pieces: [...texts, 'event: done\ndata: [DONE]\n\n'].map((text, n) => ({
      bytes: Buffer.from(text),
      pauseMs: 0,
      events: n + 1,
    })),
    ending: 'finish',
  };
}
