import { startSimulator, type Simulator } from '../simulator';
import type { SimulatorOptions } from '../simulator-options';

export const KEY = 'AQ.good';
export const MODEL = 'gemini-3.8-flash';

/** A simulator with one good key; close it with `closeSimulators` after each test. */
export async function aSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const sim = await startSimulator({ seed: 7, keys: [KEY], ...options });
  running.push(sim);
  return sim;
}

export async function closeSimulators(): Promise<void> {
  await Promise.all(running.splice(0).map((sim) => sim.close()));
}

const running: Simulator[] = [];

export interface Answered {
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read fields of replies without a declared shape
  readonly json: any;
}

/** Calls the simulator with plain fetch. */
export async function post(
  sim: Simulator,
  path: string,
  body: unknown,
  headers: Record<string, string> = { 'x-goog-api-key': KEY },
): Promise<Answered> {
  const method = body === undefined ? 'GET' : 'POST';
  const reply = await fetch(`${sim.url}${path}`, {
    method,
    headers,
    body: typeof body === 'string' || body === undefined ? body : JSON.stringify(body),
  });
  const text = await reply.text();
  return { status: reply.status, type: reply.headers.get('content-type'), text, json: parsed(text) };
}

/** generateContent of one user text. */
export function ask(
  sim: Simulator,
  text: string,
  more: Record<string, unknown> = {},
  key = KEY,
  model = MODEL,
): Promise<Answered> {
  return post(
    sim,
    `/v1beta/models/${model}:generateContent`,
    { contents: [{ role: 'user', parts: [{ text }] }], ...more },
    { 'x-goog-api-key': key },
  );
}

/** The texts of the `data:` events. */
export function eventsOf(text: string): readonly string[] {
  return text
    .split(/\r\n\r\n|\n\n|\r\r/)
    .filter((block) => block.startsWith('data: '))
    .map((block) => block.slice(6));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
