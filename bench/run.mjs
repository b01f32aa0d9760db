// `npm run bench` measures everything; `npm run bench -- native streams` some scenarios; `--quick` with short, rough runs.
import { commit, machine } from './report/machine.mjs';
import { section } from './report/markdown.mjs';
import { saveResults } from './report/results-file.mjs';
import { startUpstream } from './rig.mjs';
import { scenarios } from './scenarios/index.mjs';
import { pinSelf } from './server-process.mjs';

const args = process.argv.slice(2);
const isQuick = args.includes('--quick');
const names = args.filter((arg) => !arg.startsWith('--'));
const unknown = names.filter((name) => !Object.hasOwn(scenarios, name));
if (unknown.length > 0) {
  console.error(
    `There is no scenario ${unknown.join(', ')}. There are: ${Object.keys(scenarios).join(', ')}.`,
  );
  process.exit(2);
}

pinSelf();
// Leaving by `exit` takes the servers along.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
const effort = isQuick ? { rounds: 1, seconds: 2 } : { rounds: 5, seconds: 4 };
const upstream = await startUpstream();
const measured = new Map();
try {
  for (const name of names.length > 0 ? names : Object.keys(scenarios)) {
    const { title, run } = scenarios[name];
    console.error(`measuring ${name} …`);
    const result = await run(upstream, effort).catch((error) => console.error(`${name}: ${error.message}`));
    if (!result) {
      process.exitCode = 1;
      continue;
    }
    const text = section(title, result, commit());
    measured.set(title, text);
    console.log(`\n${text}\n`);
  }
} finally {
  await upstream.stop();
}

if (!isQuick) {
  const intro = `# Results

\`npm run bench\` writes this file. ${machine()}.

Server under test on core 0; load and upstream on core 1. Medians of ${effort.rounds} rounds in which all contenders take turns. \`direct\` is the
upstream alone, \`bare\` the smallest reverse proxy on the same runtime, \`bare-translation\` the smallest that rewrites OpenAI chat
to Gemini and back, \`peer\` @portkey-ai/gateway, \`us\` this gateway with authentication, key pool and request log on.`;
  saveResults(
    intro,
    measured,
    Object.values(scenarios).map(({ title }) => title),
  );
}
