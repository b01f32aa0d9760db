import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCliOptions, UsageError } from './cli-options';

function file(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'simulator-')), 'file');
  writeFileSync(path, text);
  return path;
}

describe('parseCliOptions', () => {
  it('offers the demo pool on port 9100 without arguments', () => {
    const { simulator, isHelp, isLogging } = parseCliOptions([]);
    expect(simulator).toMatchObject({
      port: 9100,
      host: '127.0.0.1',
      seed: 1,
      events: 20,
      eventDelayMs: 30,
      faults: [],
    });
    expect(simulator.keys).toHaveLength(14);
    expect([isHelp, isLogging]).toEqual([false, false]);
  });

  it.each<[string, string, unknown]>([
    ['lines', 'one\n\n two \n', ['one', 'two']],
    ['a JSON list', '[{"key":"one","health":"leaked"}]', [{ key: 'one', health: 'leaked' }]],
  ])('reads keys from %s', (_, text, keys) => {
    expect(parseCliOptions(['--keys', file(text)]).simulator.keys).toEqual(keys);
  });

  it('reads fault rules', () => {
    const rules = [{ when: { nth: 2 }, do: { kind: 'empty' } }];
    expect(parseCliOptions(['--faults', file(JSON.stringify(rules))]).simulator.faults).toEqual(rules);
  });

  it.each([
    ['a port that is no number', ['--port', 'x'], '--port'],
    ['an unknown option', ['--colour'], '--colour'],
    ['a file that is not there', ['--keys', '/no/such/file'], '/no/such/file'],
    ['faults that are no list', ['--faults', file('{}')], 'JSON list'],
  ])('refuses %s by name', (_, args, words) => {
    expect(() => parseCliOptions(args)).toThrow(UsageError);
    expect(() => parseCliOptions(args)).toThrow(words);
  });
});
