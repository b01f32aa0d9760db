import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerProcess, serverCore } from '../server-process.mjs';

const version = '1.15.2';
const folder = join(tmpdir(), `bench-portkey-${version}`);
const program = join(folder, 'node_modules/@portkey-ai/gateway/build/start-server.js');

/** A published TypeScript gateway, installed outside the workspace. It takes OpenAI chat and calls Gemini with it. */
export const portkey = {
  name: 'peer',
  isAvailable: () => existsSync(program) || isInstalledNow(),
  async start({ upstream, port }) {
    const command = [process.execPath, program, `--port=${port}`, '--headless'];
    const env = { TRUSTED_CUSTOM_HOSTS: 'localhost,127.0.0.1' };
    const server = new ServerProcess(command, { core: serverCore, env, cwd: folder });
    const origin = `http://127.0.0.1:${port}`;
    await server.ready(origin);
    const headers = {
      authorization: 'Bearer key',
      'x-portkey-provider': 'google',
      'x-portkey-custom-host': `${upstream.origin}/v1beta`,
    };
    return { origin, headers, speaksChat: true, process: server, stop: () => server.stop() };
  },
};

function isInstalledNow() {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', `@portkey-ai/gateway@${version}`];
  return spawnSync('npm', args, { cwd: folder, stdio: 'ignore' }).status === 0;
}
