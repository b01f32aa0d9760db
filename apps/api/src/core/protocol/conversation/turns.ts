import type { Content, Part } from '../../gemini/content';
import { answerKey, type ResultParts } from './call-result';
import type { MadeCall } from './made-call';

/** A call that the model made, and its result once that has come. */
interface TurnCall {
  readonly call: MadeCall;
  readonly turn: Turn;
  result?: ResultParts;
}

interface Turn {
  readonly role: 'user' | 'model';
  readonly parts: Part[];
  readonly calls: TurnCall[];
}

/**
 * Collects a conversation as upstream wants it: user and model in turns, and all results of the calls of one model turn
 * at the beginning of the turn after it, in the order of the calls.
 */
export class Turns {
  readonly #turns: Turn[] = [];
  readonly #open = new OpenCalls();

  add(role: 'user' | 'model', parts: readonly Part[]): void {
    if (parts.length === 0) return;
    const turn = this.#turnOf(role);
    for (const part of parts) turn.parts.push(part);
  }

  /** Adds a call, which waits for its result from now on. */
  call(call: MadeCall, part: Part): void {
    const turn = this.#turnOf('model');
    const made = { call, turn };
    turn.parts.push(part);
    turn.calls.push(made);
    this.#open.add(made);
  }

  /** Whether the model speaks and has called something, so that a further call is one beside it. */
  get isCalling(): boolean {
    const last = this.#turns.at(-1);
    return last?.role === 'model' && last.calls.length > 0;
  }

  /** Gives the call that is meant its result, which ends the model's turn; false where none waits for one. */
  answer(key: string, resultOf: (call: MadeCall) => ResultParts): boolean {
    const open = this.#open.take(key);
    if (open === undefined) return false;
    open.result = resultOf(open.call);
    if (this.#turns.at(-1) === open.turn) this.#turnOf('user');
    return true;
  }

  /** `missing` stands in for results that never came. */
  toContents(missing: (call: MadeCall) => Part): Content[] {
    const contents: { role: string; parts: Part[] }[] = [];
    this.#turns.forEach(({ role, parts, calls }, index) => {
      const before = this.#turns[index - 1]?.calls ?? [];
      contents.push({ role, parts: role === 'user' ? [...resultParts(before, missing), ...parts] : parts });
      if (calls.length > 0 && index === this.#turns.length - 1)
        contents.push({ role: 'user', parts: resultParts(calls, missing) });
    });
    return contents;
  }

  #turnOf(role: 'user' | 'model'): Turn {
    const last = this.#turns.at(-1);
    if (last?.role === role) return last;
    const turn: Turn = { role, parts: [], calls: [] };
    this.#turns.push(turn);
    return turn;
  }
}

/** The calls without a result, by what a result names them by: a client may send thousands, and their results in any order. */
class OpenCalls {
  /** Of each key the calls of each turn, the latest turn last. */
  readonly #byKey = new Map<string, TurnCall[][]>();

  add(made: TurnCall): void {
    const key = answerKey(made.call);
    const turns = this.#byKey.get(key) ?? [];
    const latest = turns.at(-1);
    if (latest?.[0]?.turn === made.turn) latest.push(made);
    else turns.push([made]);
    this.#byKey.set(key, turns);
  }

  /** The first call of the latest turn that has one: ids come again in later turns. */
  take(key: string): TurnCall | undefined {
    const turns = this.#byKey.get(key);
    const taken = turns?.at(-1)?.shift();
    if (turns?.at(-1)?.length === 0) turns.pop();
    return taken;
  }
}

function resultParts(calls: readonly TurnCall[], missing: (call: MadeCall) => Part): Part[] {
  return [
    ...calls.map(({ call, result }) => result?.response ?? missing(call)),
    ...calls.flatMap(({ result }) => result?.beside ?? []),
  ];
}
