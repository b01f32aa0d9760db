import { createHash } from 'node:crypto';
import { errorFixture } from '../fixtures/load-fixtures';
import { fixtureReply, type ApiReply, invalidArgument } from '../wire/api-reply';
import type { Content, FunctionCall } from './generate-request';
import { stepsOfTurn } from './turns';

const PLACEHOLDERS = new Set(['skip_thought_signature_validator', 'context_engineering_is_the_way_to_go']);

/** Signs what the model thought before a call or a text. The same for every key: signatures are not bound to a project. */
export function signatureOf(seed: number, signed: FunctionCall | string): string {
  const subject =
    typeof signed === 'string' ? signed : JSON.stringify([signed.name, sorted(signed.args ?? {})]);
  return createHash('sha512').update(`${seed}\u0000${subject}`).digest('base64');
}

/** Refuses a current turn whose first call of a step is not signed, or signed for something else (row 11). */
export function refusedSignature(seed: number, contents: readonly Content[]): ApiReply | undefined {
  for (const step of stepsOfTurn(contents)) {
    const [first] = step.calls;
    const call = first?.functionCall;
    if (!first || !call) continue;
    if (!first.thoughtSignature) return missing(call.name ?? '', step.position);
    if (!isGenuine(seed, first.thoughtSignature, call))
      return fixtureReply(errorFixture('400-corrupted-thought-signature'));
  }
  return undefined;
}

function isGenuine(seed: number, signature: string, call: FunctionCall): boolean {
  if (PLACEHOLDERS.has(signature)) return true;
  const standard = signature.replaceAll('-', '+').replaceAll('_', '/');
  return standard.replace(/=+$/, '') === signatureOf(seed, call).replace(/=+$/, '');
}

function missing(name: string, position: number): ApiReply {
  const { body } = errorFixture('400-missing-thought-signature') as { body: { error: { message: string } } };
  return invalidArgument(
    body.error.message
      .replace('default_api:get_weather', `default_api:${name}`)
      .replace('position 2', `position ${position}`),
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, field]) => [name, sorted(field)]),
  );
}
