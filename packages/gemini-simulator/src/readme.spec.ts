import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCliOptions, USAGE } from './cli/cli-options';
import { FAULT_KINDS } from './faults/check-fault';
import * as simulator from './index';

const README = readFileSync(join(__dirname, '../README.md'), 'utf8');

function blocks(language: string): string[] {
  return [...README.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(
    ([, code]) => code ?? '',
  );
}

const AsyncFunction = (async () => {}).constructor as new (
  ...source: string[]
) => (...args: unknown[]) => Promise<void>;

describe('the README', () => {
  it.each(
    blocks('js').map(
      (code) =>
        [
          code
            .split('\n')
            .slice(2)
            .find((line) => line !== ''),
          code,
        ] as const,
    ),
  )('holds an example that runs: %s', async (_, code) => {
    expect.assertions(1);
    await new AsyncFunction('require', 'assert', code)(() => simulator, assert);
    expect(code).toContain('sim.close()');
  });

  it('shows the usage that --help prints', () => {
    expect(blocks('text')).toEqual([USAGE]);
  });

  it('shows a command that is understood', () => {
    const [command = ''] = blocks('sh');
    expect(parseCliOptions(command.trim().split(' ').slice(1)).simulator).toMatchObject({
      seed: 7,
      keys: 'any',
    });
  });

  it('shows fault rules that are accepted', async () => {
    const faults = JSON.parse(blocks('json')[0] ?? '') as simulator.FaultRule[];
    const sim = await simulator.startSimulator({ faults });
    await sim.close();
    expect(faults).toHaveLength(2);
  });

  it.each(FAULT_KINDS)('names the fault %s', (kind) => {
    expect(README).toContain(`\`${kind}\``);
  });
});
