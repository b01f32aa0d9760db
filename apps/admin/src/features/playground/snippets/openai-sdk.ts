import type { Sdk } from './sdk';
import { TOKEN_PLACEHOLDER } from './token-placeholder';

const python = {
  opening: (origin: string) => [
    'from openai import OpenAI',
    '',
    `client = OpenAI(base_url="${origin}/v1", api_key="${TOKEN_PLACEHOLDER}")`,
  ],
  toArguments: ({ body }: { body: Record<string, unknown> }) => body,
};

const typescript = {
  opening: (origin: string) => [
    "import OpenAI from 'openai';",
    '',
    `const client = new OpenAI({ baseURL: '${origin}/v1', apiKey: '${TOKEN_PLACEHOLDER}' });`,
  ],
  toArguments: ({ body }: { body: Record<string, unknown> }) => body,
};

export const openaiChatSdk: Sdk = {
  python: {
    ...python,
    whole: 'client.chat.completions.create',
    stream: 'client.chat.completions.create',
    printWhole: 'print(answer.choices[0].message.content)',
    printChunk: ['if chunk.choices:', '    print(chunk.choices[0].delta.content or "", end="", flush=True)'],
  },
  typescript: {
    ...typescript,
    whole: 'client.chat.completions.create',
    stream: 'client.chat.completions.create',
    printWhole: 'console.log(answer.choices[0]?.message.content);',
    printChunk: ["process.stdout.write(chunk.choices[0]?.delta.content ?? '');"],
  },
};

export const openaiResponsesSdk: Sdk = {
  python: {
    ...python,
    whole: 'client.responses.create',
    stream: 'client.responses.create',
    printWhole: 'print(answer.output_text)',
    printChunk: [
      'if chunk.type == "response.output_text.delta":',
      '    print(chunk.delta, end="", flush=True)',
    ],
  },
  typescript: {
    ...typescript,
    whole: 'client.responses.create',
    stream: 'client.responses.create',
    printWhole: 'console.log(answer.output_text);',
    printChunk: ["if (chunk.type === 'response.output_text.delta') process.stdout.write(chunk.delta);"],
  },
};
