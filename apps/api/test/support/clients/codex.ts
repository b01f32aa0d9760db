import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenaiRig } from '../rigs/openai-rig';

const FIXTURES = join(__dirname, '../../../src/core/protocol/openai-responses/fixtures');

type Item = Record<string, unknown> & { type: string };

interface Turn {
  readonly status: number;
  /** What it keeps of the turn. */
  readonly items: readonly Item[];
  /** The event that the stream ended with. */
  readonly last: Record<string, unknown> & { type?: string };
}

/** What Codex sends, as the fixture of that name has it, for another conversation. */
export function codexRequest(fixture: string, input: readonly unknown[]): Record<string, unknown> {
  const text = readFileSync(join(FIXTURES, fixture, 'request.json'), 'utf8');
  return { ...(JSON.parse(text) as Record<string, unknown>), input };
}

/** Reads a stream as Codex does: items are those that were done, and the end has to be told. */
export async function codexTurn(rig: OpenaiRig, body: object): Promise<Turn> {
  const reply = await rig.post('/responses', body);
  const text = await reply.text();
  const events = [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data!) as Turn['last']);
  const done = events.filter(({ type }) => type === 'response.output_item.done');
  return { status: reply.status, items: done.map(({ item }) => item as Item), last: events.at(-1) ?? {} };
}

export const userSays = (text: string): Item => ({
  type: 'message',
  role: 'user',
  content: [{ type: 'input_text', text }],
});

/** The results of the calls among the items. Codex brings items back without their ids. */
export function answered(items: readonly Item[]): Item[] {
  const calls = items.filter(({ call_id: id }) => id !== undefined);
  const results = calls.map(({ type, call_id }) => ({ type: `${type}_output`, call_id, output: 'done' }));
  return [...items.map(({ id: _, ...item }) => item as Item), ...results];
}
