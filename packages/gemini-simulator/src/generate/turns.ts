import type { Content, Part } from './generate-request';

/** One thing the model said in the current turn; neighbouring model contents are one step. */
export interface Step {
  readonly calls: readonly Part[];
  /** 1-based position of the content that holds the first call. */
  readonly position: number;
}

/** Whether the content is the user speaking, and not only handing back function results. */
function isSpoken(content: Content): boolean {
  return content.role !== 'model' && (content.parts ?? []).some((part) => !part.functionResponse);
}

/** Index of the content that began the current turn; -1 where nobody spoke. */
function turnStart(contents: readonly Content[]): number {
  return contents.findLastIndex(isSpoken);
}

/** The model's steps since the user last spoke, those with function calls only. */
export function stepsOfTurn(contents: readonly Content[]): readonly Step[] {
  const steps: { calls: Part[]; position: number }[] = [];
  let isContinued = false;
  for (let n = turnStart(contents) + 1; n < contents.length; n++) {
    const content = contents[n];
    const calls = content?.role === 'model' ? (content.parts ?? []).filter((part) => part.functionCall) : [];
    const last = steps.at(-1);
    if (calls.length > 0 && isContinued && last) last.calls.push(...calls);
    else if (calls.length > 0) steps.push({ calls, position: n + 1 });
    isContinued = calls.length > 0;
  }
  return steps;
}

/** What the user last put before the model, function results since then included. */
export function spokenParts(contents: readonly Content[]): readonly Part[] {
  return contents
    .slice(Math.max(0, turnStart(contents)))
    .filter((content) => content.role !== 'model')
    .flatMap((content) => content.parts ?? []);
}

/** What the user said last. */
export function spokenText(contents: readonly Content[]): string {
  return textOf(contents[turnStart(contents)]);
}

export function textOf(content: Content | undefined): string {
  return (content?.parts ?? [])
    .filter((part) => !part.thought)
    .map((part) => part.text ?? '')
    .join('');
}
