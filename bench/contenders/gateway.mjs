import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ServerProcess, serverCore } from '../server-process.mjs';

const program = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));
const logSwitch = fileURLToPath(new URL('without-request-log.cjs', import.meta.url));
const token = 'sk-bench-client-token-000000000001';
export const adminToken = 'sk-bench-admin-token-0000000000001';

/** This gateway as it is built, with authentication, key pool and request log on. */
export const gateway = {
  name: 'us',
  isAvailable: () => existsSync(program),
  async start({ upstream, port, keys = 20, nodeArgs = [] }) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-gateway-'));
    const server = startServer({ upstream, port, keys, folder, nodeArgs });
    const origin = `http://127.0.0.1:${port}`;
    await server.ready(`${origin}/health`);
    const stop = async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    };
    return { origin, headers: { 'x-goog-api-key': token }, process: server, folder, stop };
  },
};

/** The same without its request log, to see what that costs. */
export const gatewayWithoutLog = {
  ...gateway,
  name: 'us, no request log',
  start: (options) => gateway.start({ ...options, nodeArgs: ['--require', logSwitch] }),
};

/** The same as clients of OpenAI call it. */
export const gatewayChat = {
  ...gateway,
  start: async (options) => ({
    ...(await gateway.start(options)),
    headers: { authorization: `Bearer ${token}` },
    speaksChat: true,
  }),
};

/** The process alone, on a data folder that may be used again. */
export function startServer({ upstream, port, keys, folder, nodeArgs = [] }) {
  const env = {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: folder,
    BASE_URL: upstream.origin,
    API_KEYS: Array.from({ length: keys }, (_, index) => fakeKey(index)).join(','),
    ALLOWED_TOKENS: token,
    AUTH_TOKEN: adminToken,
    LOG_LEVEL: 'warn',
  };
  return new ServerProcess([process.execPath, ...nodeArgs, program], { core: serverCore, env });
}

function fakeKey(index) {
  return `AIzaSy${String(index).padStart(33, '0')}`;
}
