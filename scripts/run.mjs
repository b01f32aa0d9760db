// Runs one command of the repository: `node scripts/run.mjs start`. Needs nothing but Node and npm.
import { requireNode } from './toolchain.mjs';

requireNode();

const commands = {
  start: 'install, build and serve the gateway',
  dev: 'serve the gateway and the dashboard, rebuilt at every change',
  build: 'install and build all packages',
  test: 'run every test; further arguments go to jest',
  'test:faults': 'put the built gateway under faults; --seed N repeats a run',
  verify: 'format, lint, types, boundaries, dead code, names; arguments pick some of them',
  bench: 'measure the gateway beside its limits; arguments pick scenarios',
  demo: 'serve the gateway in front of the simulator and show the pool at work',
  smoke: 'make a few real calls with the given key',
  generate: 'write the files that are derived from settings and routes',
  'admin-token': 'make a new admin token',
  'take-over': 'bring an installation of gemini-balance here',
};

const [name = '', ...args] = process.argv.slice(2);

if (!Object.hasOwn(commands, name)) {
  console.error('Usage: npm run <command>\n');
  for (const [command, promise] of Object.entries(commands))
    console.error(`  ${command.padEnd(12)} ${promise}`);
  process.exit(2);
}

const { [camelCase(name)]: command } = await import(`./commands/${name.replace(':', '-')}.mjs`);
process.exitCode = await command(args);

function camelCase(kebab) {
  return kebab.replace(/[-:](.)/g, (_, letter) => letter.toUpperCase());
}
