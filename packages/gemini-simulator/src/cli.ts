#!/usr/bin/env node
import { parseCliOptions, USAGE, UsageError, type CliOptions } from './cli/cli-options';
import { startSimulator, type Simulator } from './simulator';

async function main(): Promise<void> {
  const { simulator: options, isHelp, isLogging } = understood();
  if (isHelp) return void process.stdout.write(USAGE);
  const simulator = await startSimulator(options);
  process.stdout.write(`Gemini simulator on ${simulator.url} (seed ${options.seed})\n`);
  if (options.keys === 'any') process.stdout.write('Every key is good.\n');
  for (const key of options.keys === 'any' ? [] : (options.keys ?? [])) {
    process.stdout.write(
      typeof key === 'string' ? `  ${key}\n` : `  ${key.key}  ${key.health ?? key.tier ?? 'good'}\n`,
    );
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.close());
  if (isLogging) await logRequests(simulator);
}

function understood(): CliOptions {
  try {
    return parseCliOptions(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    process.exit(2);
  }
}

async function logRequests(simulator: Simulator): Promise<void> {
  for (;;) {
    const request = await simulator.nextRequest(undefined, { at: 'headers' }).catch(() => undefined);
    if (!request) return;
    void request.ended.then((end) => {
      const faults = request.faults.length > 0 ? `  ${request.faults.join(', ')}` : '';
      process.stdout.write(`${request.method} ${request.path}  ${request.status ?? '-'} ${end}${faults}\n`);
    });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
