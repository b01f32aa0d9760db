import type { EnvLayer } from './env-layer';

const ASSIGNMENT = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=(.*)$/s;

/**
 * The variables of a `.env` file. Values stay raw, quotes and comments included, as `docker --env-file` passes them:
 * one rule reads both. A quoted value may span lines. Of a name that stands twice the last value counts.
 * Lines that are no assignment are passed over.
 */
export function parseEnvFile(content: string): EnvLayer {
  const env: Record<string, string> = {};
  const lines = content.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (let index = 0; index < lines.length; index++) {
    const [, name, value] = ASSIGNMENT.exec(lines[index] ?? '') ?? [];
    if (name === undefined || value === undefined) continue;
    const last = lastLineOf(value, lines, index);
    env[name] = [value, ...lines.slice(index + 1, last + 1)].join('\n');
    index = last;
  }
  return env;
}

/** The line that closes the quote which `value` opens; its own line where it opens none or none closes it. */
function lastLineOf(value: string, lines: readonly string[], index: number): number {
  const quote = /^\s*(["'])/.exec(value)?.[1];
  if (quote === undefined || value.trim().slice(1).includes(quote)) return index;
  const closing = lines.findIndex((line, at) => at > index && line.includes(quote));
  const isNextAssignment = lines.slice(index + 1, closing + 1).some((line) => ASSIGNMENT.test(line));
  return closing === -1 || isNextAssignment ? index : closing;
}
