import { fileURLToPath } from 'node:url';
import { ServerProcess, serverCore } from '../server-process.mjs';

const program = fileURLToPath(new URL('bare-proxy.mjs', import.meta.url));

/** The smallest reverse proxy on this runtime. */
export const bare = {
  name: 'bare',
  isAvailable: () => true,
  async start({ upstream, port }) {
    const origin = `http://127.0.0.1:${port}`;
    const server = new ServerProcess([process.execPath, program, String(port), upstream.origin], {
      core: serverCore,
    });
    await server.ready(origin);
    return { origin, headers: {}, process: server, stop: () => server.stop() };
  },
};
