import type { ChatCall } from '../protocols/chat';
import { Spread } from './literals';
import type { Sdk, SdkArguments } from './sdk';
import { TOKEN_PLACEHOLDER } from './token-placeholder';

/** The SDKs know no temperature any more, and send what they are given beside what they know. */
export const anthropicSdk: Sdk = {
  python: {
    opening: (origin) => [
      'from anthropic import Anthropic',
      '',
      `client = Anthropic(base_url="${origin}", api_key="${TOKEN_PLACEHOLDER}")`,
    ],
    toArguments: (call) => withoutTemperature(call, (extra) => ({ extra_body: extra })),
    whole: 'client.messages.create',
    stream: 'client.messages.create',
    printWhole: 'print("".join(block.text for block in answer.content if block.type == "text"))',
    printChunk: [
      'if chunk.type == "content_block_delta" and chunk.delta.type == "text_delta":',
      '    print(chunk.delta.text, end="", flush=True)',
    ],
  },
  typescript: {
    opening: (origin) => [
      "import Anthropic from '@anthropic-ai/sdk';",
      '',
      `const client = new Anthropic({ baseURL: '${origin}', apiKey: '${TOKEN_PLACEHOLDER}' });`,
    ],
    toArguments: (call) => withoutTemperature(call, (extra) => ({ extra: new Spread(extra) })),
    whole: 'client.messages.create',
    stream: 'client.messages.create',
    printWhole: "for (const block of answer.content) if (block.type === 'text') console.log(block.text);",
    printChunk: [
      "if (chunk.type === 'content_block_delta' && chunk.delta.type === 'text_delta')",
      '  process.stdout.write(chunk.delta.text);',
    ],
  },
};

function withoutTemperature({ body }: ChatCall, toExtra: (extra: object) => SdkArguments): SdkArguments {
  const { temperature, ...known } = body;
  return temperature === undefined ? known : { ...known, ...toExtra({ temperature }) };
}
