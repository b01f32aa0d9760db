import type { RandomFn } from '../../seed/seeded-random';
import {
  declaredFunctions,
  type FunctionCall,
  type FunctionDeclaration,
  type GenerateRequest,
} from '../generate-request';
import { spokenText, stepsOfTurn } from '../turns';
import { sampleValue } from './sample-value';

/**
 * The calls of the next step. A prompt asks for them by name: `call a and b` calls both at once, `call a then b` one after
 * the other, `call a({"city":"Oslo"})` with these arguments. Mode ANY calls the first function it may, asked or not.
 */
export function callsToMake(request: GenerateRequest, random: RandomFn): readonly FunctionCall[] {
  const { mode = 'AUTO', allowedFunctionNames } = request.toolConfig?.functionCallingConfig ?? {};
  const callable = declaredFunctions(request).filter(
    ({ name }) => !allowedFunctionNames?.length || allowedFunctionNames.includes(name ?? ''),
  );
  if (mode === 'NONE' || callable.length === 0) return [];
  const contents = request.contents ?? [];
  const asked = askedFor(spokenText(contents), stepsOfTurn(contents).length, callable, random);
  if (asked.length > 0 || mode !== 'ANY') return asked;
  return callable.slice(0, 1).map((declaration) => callOf(declaration, undefined, random));
}

function askedFor(
  text: string,
  step: number,
  callable: readonly FunctionDeclaration[],
  random: RandomFn,
): FunctionCall[] {
  const start = /\bcall\b/i.exec(text);
  if (!start) return [];
  const wish = text.slice(start.index).split(/\bthen\b/i)[step] ?? '';
  const mentions = [...wish.matchAll(/([A-Za-z_][\w.:-]*)(\s*\((\{[^]*?\})\))?/g)];
  return mentions.flatMap(([, name, , args]) => {
    const declaration = callable.find((candidate) => candidate.name === name?.replace(/[.:-]+$/, ''));
    return declaration ? [callOf(declaration, args, random)] : [];
  });
}

function callOf(declaration: FunctionDeclaration, args: string | undefined, random: RandomFn): FunctionCall {
  return { name: declaration.name, args: parsedArgs(args) ?? sampleArgs(declaration, random) };
}

function sampleArgs(declaration: FunctionDeclaration, random: RandomFn): Record<string, unknown> {
  const schema = declaration.parameters ?? declaration.parametersJsonSchema;
  return schema ? (sampleValue({ ...schema, type: 'object' }, random) as Record<string, unknown>) : {};
}

function parsedArgs(args: string | undefined): Record<string, unknown> | undefined {
  if (args === undefined) return undefined;
  try {
    return JSON.parse(args) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
