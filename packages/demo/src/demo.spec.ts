import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

const program = join(__dirname, '../dist/demo.js');

describe('npm run demo', () => {
  it('has every call answered although keys are bad, says what to try, and ends when it is told to', async () => {
    const port = await freePort();
    const demo = spawn(process.execPath, [program], { env: { ...process.env, PORT: String(port) } });
    const exited = once(demo, 'exit');
    const output = await outputUntil(demo, 'Serving until Ctrl-C.');

    expect(output).toMatch(/\b(\d+) of \1 calls answered, and a stream of [1-9]\d* events/);
    expect(Number(/Upstream refused (\d+) attempts/.exec(output)?.[1])).toBeGreaterThan(0);
    expect(Number(/, (\d+) invalid/.exec(output)?.[1])).toBeGreaterThan(0);
    expect(output).toContain(`http://localhost:${port}`);
    expect(output).toContain('No real key is used.');

    demo.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
  });
});

/** Resolves with all output once it holds `text`; rejects with it when the process ends before. */
function outputUntil(child: ReturnType<typeof spawn>, text: string): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes(text)) resolve(output);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => reject(new Error(`The demo ended early:\n${output}`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
