// Finds files whose name does not tell what they are for.
import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import { root } from '../toolchain.mjs';

const vague = /(^|[-./])(utils?|helpers?|common|managers?|misc|stuff)([-./]|$)/i;
const source = /\.(ts|tsx|mjs|cjs|js|css)$/;
const kebabCase = /^[a-z0-9]+([-.][a-z0-9]+)*$/;

/** @returns {string[]} one line for each file that git knows and whose name breaks a rule */
export function badNames() {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  });
  return listed
    .toString()
    .split('\n')
    .filter((path) => source.test(path))
    .flatMap(complaintsAbout);
}

function complaintsAbout(path) {
  const complaints = [];
  if (vague.test(path))
    complaints.push(`${path}: say what is in it; utils, helpers, common, manager, misc do not`);
  const name = basename(path).replace(/^\./, '');
  if (!kebabCase.test(name)) complaints.push(`${path}: write the name in kebab-case`);
  return complaints;
}
