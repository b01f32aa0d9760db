import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { atMost } from '../report/bars.mjs';

const program = fileURLToPath(new URL('../keypool.mjs', import.meta.url));

/** What taking and returning a key costs, whatever the size of the pool. Measured by a program of its own. */
export const keypool = {
  title: 'Key pool: acquire and settle, mixed outcomes, 30 models, 99 % resting',
  async run() {
    const { stdout, stderr, status } = spawnSync(process.execPath, [program], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    const [head, , ...rows] = stdout
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map(cells);
    const bars = rows.flatMap(([keys, mean, , p99]) => [
      atMost(`mean at ${keys} keys`, Number(mean), 2, ' µs'),
      atMost(`p99 at ${keys} keys`, Number(p99), 20, ' µs'),
    ]);
    return { head, rows, bars };
  },
};

function cells(line) {
  return line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
}
