// `npm run smoke -- KEY [--model NAME] [--base-url URL]`: compares docs/protocol-notes.md with the real API.
import { parseArgs } from 'node:util';
import { compareFacts, facts } from './smoke/compare-facts.js';
import { UnreachableError } from './smoke/gemini-api.js';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    model: { type: 'string', default: 'gemini-flash-lite-latest' },
    'base-url': { type: 'string', default: 'https://generativelanguage.googleapis.com' },
  },
});

async function main(key: string): Promise<void> {
  let differences = 0;
  for await (const { statement, difference } of compareFacts(values['base-url'], key, values.model)) {
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

const key = positionals[0] ?? process.env.GEMINI_API_KEY;
if (key === undefined) {
  console.error('Usage: npm run smoke -- KEY [--model NAME] [--base-url URL]     (or set GEMINI_API_KEY)');
  process.exitCode = 2;
} else {
  main(key).catch((error: unknown) => {
    console.error(error instanceof UnreachableError ? error.message : error);
    process.exitCode = 1;
  });
}
