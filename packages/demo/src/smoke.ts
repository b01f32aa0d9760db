// `npm run smoke -- KEY [--model NAME] [--base-url URL]`: compares docs/protocol-notes.md with the real API.
import { parseArgs } from 'node:util';
import { compareFacts, facts } from './smoke/compare-facts.js';
import { UnreachableError } from './smoke/gemini-api.js';

const USAGE = 'Usage: npm run smoke -- KEY [--model NAME] [--base-url URL]     (or set GEMINI_API_KEY)';

async function compare(baseUrl: string, key: string, model: string): Promise<void> {
  let differences = 0;
  for await (const { statement, difference } of compareFacts(baseUrl, key, model)) {
    console.log(
      difference === undefined ? `same     ${statement}` : `DIFFERS  ${statement}\n         ${difference}`,
    );
    if (difference !== undefined) differences += 1;
  }
  console.log(
    `\n${facts.length - differences} of ${facts.length} statements of docs/protocol-notes.md hold.`,
  );
  process.exitCode = differences > 0 ? 1 : 0;
}

function readArguments() {
  return parseArgs({
    allowPositionals: true,
    options: {
      model: { type: 'string', default: 'gemini-flash-lite-latest' },
      'base-url': { type: 'string', default: 'https://generativelanguage.googleapis.com' },
    },
  });
}

async function main(): Promise<void> {
  const { positionals, values } = readArguments();
  const key = positionals[0] ?? process.env.GEMINI_API_KEY;
  if (key === undefined) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  await compare(values['base-url'], key, values.model);
}

main().catch((error: unknown) => {
  const isUsage =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  const isUnreachable = error instanceof UnreachableError;
  console.error(isUsage ? `${error.message}\n\n${USAGE}` : isUnreachable ? error.message : error);
  process.exitCode = isUsage ? 2 : 1;
});
