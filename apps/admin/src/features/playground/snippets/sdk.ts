import type { ChatCall } from '../protocols/chat';
import { toPython, toTypeScript } from './literals';

/** How a program in one language asks. */
interface Dialect {
  /** Imports and the client, one line each; an empty one between them. */
  opening: (origin: string, args: SdkArguments) => readonly string[];
  /** The method for a whole answer, and for a stream. */
  whole: string;
  stream: string;
  /** Prints a whole `answer`. */
  printWhole: string;
  /** Prints what is new in a `chunk`. */
  printChunk: readonly string[];
}

/** What the method is called with. */
export type SdkArguments = Readonly<Record<string, unknown>>;

/** The SDKs of a dialect in two languages. */
export interface Sdk {
  python: Dialect & { toArguments: (call: ChatCall) => SdkArguments };
  typescript: Dialect & { toArguments: (call: ChatCall) => SdkArguments };
}

export function toPythonProgram({ python }: Sdk, call: ChatCall, origin: string): string {
  const args = python.toArguments(call);
  const given = Object.entries(args).map(([name, value]) => `    ${name}=${toPython(value, 4)},`);
  const method = call.isStream ? python.stream : python.whole;
  const asking = [
    ...(call.isStream ? [`for chunk in ${method}(`] : [`answer = ${method}(`]),
    ...given,
    ...(call.isStream ? ['):', ...python.printChunk.map((line) => `    ${line}`)] : [')', python.printWhole]),
  ];
  return [...python.opening(origin, args), '', ...asking, ''].join('\n');
}

export function toTypeScriptProgram({ typescript }: Sdk, call: ChatCall, origin: string): string {
  const args = typescript.toArguments(call);
  const given = toTypeScript(args);
  const asking = call.isStream
    ? [
        `const stream = await ${typescript.stream}(${given});`,
        'for await (const chunk of stream) {',
        ...typescript.printChunk.map((line) => `  ${line}`),
        '}',
      ]
    : [`const answer = await ${typescript.whole}(${given});`, typescript.printWhole];
  return [...typescript.opening(origin, args), '', ...asking, ''].join('\n');
}
