import type { ChatCall } from '../protocols/chat';
import { at, textAt } from '../protocols/json-at';
import { Expression } from './literals';
import type { Sdk, SdkArguments } from './sdk';
import { TOKEN_PLACEHOLDER } from './token-placeholder';

/** Google's SDKs, which take the settings flat as `config`. */
export const geminiSdk: Sdk = {
  python: {
    opening: (origin, args) => [
      ...(holds(args, 'base64.') ? ['import base64', ''] : []),
      'from google import genai',
      '',
      `client = genai.Client(api_key="${TOKEN_PLACEHOLDER}", http_options={"base_url": "${origin}"})`,
    ],
    toArguments: (call) => toPythonNames(toArguments(call)) as SdkArguments,
    whole: 'client.models.generate_content',
    stream: 'client.models.generate_content_stream',
    printWhole: 'print(answer.text)',
    printChunk: ['print(chunk.text or "", end="", flush=True)'],
  },
  typescript: {
    opening: (origin, args) => [
      `import { GoogleGenAI${holds(args, 'ThinkingLevel.') ? ', ThinkingLevel' : ''} } from '@google/genai';`,
      '',
      'const client = new GoogleGenAI({',
      `  apiKey: '${TOKEN_PLACEHOLDER}',`,
      `  httpOptions: { baseUrl: '${origin}' },`,
      '});',
    ],
    toArguments: (call) => withLevels(toArguments(call)),
    whole: 'client.models.generateContent',
    stream: 'client.models.generateContentStream',
    printWhole: 'console.log(answer.text);',
    printChunk: ["process.stdout.write(chunk.text ?? '');"],
  },
};

function toArguments({ model, body }: ChatCall): SdkArguments {
  const { contents, generationConfig, systemInstruction } = body;
  const system = textAt(systemInstruction, 'parts', 0, 'text');
  const config = {
    ...(system && { systemInstruction: system }),
    ...(generationConfig as object | undefined),
  };
  return { model, contents, ...(Object.keys(config).length > 0 && { config }) };
}

/** Python's names, and its bytes where JSON has base64. */
function toPythonNames(value: unknown, name = ''): unknown {
  if (typeof value === 'string' && ['data', 'thoughtSignature'].includes(name))
    return new Expression(`base64.b64decode("${value}")`);
  if (Array.isArray(value)) return value.map((item) => toPythonNames(item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, of]) => [snakeCase(key), toPythonNames(of, key)]);
  return Object.fromEntries(entries) as object;
}

/** TypeScript takes a level from its enumeration only. */
function withLevels(args: SdkArguments): SdkArguments {
  const level = textAt(args, 'config', 'thinkingConfig', 'thinkingLevel');
  if (level === '') return args;
  const config = at(args, 'config') as object;
  const thinkingConfig = at(config, 'thinkingConfig') as object;
  const thinkingLevel = new Expression(`ThinkingLevel.${level}`);
  return { ...args, config: { ...config, thinkingConfig: { ...thinkingConfig, thinkingLevel } } };
}

function holds(value: unknown, code: string): boolean {
  if (value instanceof Expression) return value.code.startsWith(code);
  return typeof value === 'object' && value !== null && Object.values(value).some((of) => holds(of, code));
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
