import type { Content, Part } from '../../gemini/content';
import type { ResultParts } from './call-result';
import type { MadeCall } from './made-call';

/** A call that the model made, and its result once that has come. */
export interface OpenCall {
  readonly call: MadeCall;
  result?: ResultParts;
}

interface Turn {
  readonly role: 'user' | 'model';
  readonly parts: Part[];
  readonly calls: OpenCall[];
}

/**
 * Collects a conversation as upstream wants it: user and model in turns, and all results of the calls of one model turn
 * at the beginning of the turn after it, in the order of the calls.
 */
export class Turns {
  readonly #turns: Turn[] = [];

  add(role: 'user' | 'model', parts: readonly Part[], calls: readonly OpenCall[] = []): void {
    if (parts.length === 0) return;
    const turn = this.#turnOf(role);
    turn.parts.push(...parts);
    turn.calls.push(...calls);
  }

  /** Whether the model speaks and has called something, so that a further call is one beside it. */
  get isCalling(): boolean {
    const last = this.#turns.at(-1);
    return last?.role === 'model' && last.calls.length > 0;
  }

  /** The first unanswered call of that kind in the latest turn that has one: ids come again in later turns. */
  findOpen(isMeant: (call: MadeCall) => boolean): OpenCall | undefined {
    for (let index = this.#turns.length - 1; index >= 0; index--) {
      const open = this.#turns[index]?.calls.find(
        ({ call, result }) => result === undefined && isMeant(call),
      );
      if (open !== undefined) return open;
    }
    return undefined;
  }

  /** Gives a call its result, which ends the model's turn. */
  answer(open: OpenCall, result: ResultParts): void {
    open.result = result;
    if (this.#turns.at(-1)?.calls.includes(open)) this.#turnOf('user');
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

function resultParts(calls: readonly OpenCall[], missing: (call: MadeCall) => Part): Part[] {
  return [
    ...calls.map(({ call, result }) => result?.response ?? missing(call)),
    ...calls.flatMap(({ result }) => result?.beside ?? []),
  ];
}
