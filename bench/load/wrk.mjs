// Closed-loop load by wrk: as many requests as the server takes on a fixed number of connections.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCore } from '../server-process.mjs';

const folder = mkdtempSync(join(tmpdir(), 'bench-wrk-'));

export function hasWrk() {
  return spawnSync('wrk', ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** @returns {Promise<import('./closed-loop.mjs').LoadResult>} */
export async function wrk({ url, headers, body, connections, seconds }) {
  const script = join(folder, 'request.lua');
  writeFileSync(script, luaScript(headers, body));
  const args = ['-t1', `-c${connections}`, `-d${seconds}`, '--timeout', '10', '-s', script, url];
  const output = await collect('taskset', ['-c', String(loadCore), 'wrk', ...args]);
  const line = /^RESULT (.*)$/m.exec(output);
  if (!line) throw new Error(`wrk said: ${output}`);
  return JSON.parse(line[1]);
}

function luaScript(headers, body) {
  const headerLines = Object.entries({ 'content-type': 'application/json', ...headers }).map(
    ([name, value]) => `wrk.headers[${quote(name)}] = ${quote(value)}`,
  );
  return `
wrk.method = "POST"
wrk.body = ${quote(body.toString())}
${headerLines.join('\n')}
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format('RESULT {"requests":%d,"seconds":%f,"failed":%d,"p50Ms":%f,"p99Ms":%f}\\n',
    summary.requests, summary.duration / 1e6, e.status + e.connect + e.read + e.write + e.timeout,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
`;
}

/** A Lua string; JSON's escapes are Lua's as long as the text is ASCII. */
function quote(text) {
  return JSON.stringify(text);
}

function collect(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', () => resolve(output));
  });
}
