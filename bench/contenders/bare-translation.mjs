import { fileURLToPath } from 'node:url';
import { ServerProcess, serverCore } from '../server-process.mjs';

const program = fileURLToPath(new URL('bare-translation-proxy.mjs', import.meta.url));

/** The smallest gateway on this runtime that rewrites OpenAI chat to Gemini and back. */
export const bareTranslation = {
  name: 'bare-translation',
  isAvailable: () => true,
  async start({ upstream, port }) {
    const origin = `http://127.0.0.1:${port}`;
    const server = new ServerProcess([process.execPath, program, String(port), upstream.origin], {
      core: serverCore,
    });
    await server.ready(origin);
    return { origin, headers: {}, speaksChat: true, process: server, stop: () => server.stop() };
  },
};
