import { install } from '../install.mjs';
import { run, seconds } from '../processes.mjs';
import { badNames } from '../lint/bad-names.mjs';

/** Each check is a command that exits with 0, or a function that returns what is wrong. */
const checks = {
  format: ['prettier', '--check', '--log-level=warn', '.'],
  types: [
    'turbo',
    'run',
    'build',
    'typecheck',
    '--continue=dependencies-successful',
    '--output-logs=errors-only',
  ],
  lint: ['eslint', '--max-warnings=0', '.'],
  boundaries: ['depcruise', '--output-type=err', 'apps', 'packages', 'bench'],
  'dead-code': ['knip', '--no-progress'],
  names: badNames,
};

/** Runs all checks, or the named ones, to the end, and says which failed. */
export async function verify(names) {
  const unknown = names.filter((name) => !Object.hasOwn(checks, name));
  if (unknown.length > 0) {
    console.error(
      `There is no check named ${unknown.join(', ')}. There are: ${Object.keys(checks).join(', ')}.`,
    );
    return 2;
  }
  await install();
  const failed = [];
  for (const name of names.length > 0 ? names : Object.keys(checks)) {
    if (!(await passes(name))) failed.push(name);
  }
  console.log(failed.length === 0 ? 'verify: all is well' : `verify: failed at ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
}

async function passes(name) {
  const startedAt = performance.now();
  const complaint = await complaintOf(checks[name]);
  console.log(`${complaint === undefined ? 'ok    ' : 'FAILED'} ${name} (${seconds(startedAt)})`);
  if (complaint !== undefined) console.log(`${complaint.trimEnd()}\n`);
  return complaint === undefined;
}

async function complaintOf(check) {
  if (typeof check === 'function') {
    const wrong = check();
    return wrong.length > 0 ? wrong.join('\n') : undefined;
  }
  const { code, output } = await run(check, { quiet: true });
  return code === 0 ? undefined : output;
}
