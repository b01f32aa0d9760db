import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerProcess, serverCore } from '../server-process.mjs';

/** nginx as a reverse proxy with one worker and kept connections, where it is installed. */
export const nginx = {
  name: 'nginx',
  isAvailable: () => spawnSync('nginx', ['-v'], { stdio: 'ignore' }).status === 0,
  async start({ upstream, port }) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-nginx-'));
    const file = join(folder, 'nginx.conf');
    writeFileSync(file, configuration(folder, port, new URL(upstream.origin).host));
    const server = new ServerProcess(['nginx', '-p', folder, '-c', file], { core: serverCore });
    const origin = `http://127.0.0.1:${port}`;
    await server.ready(origin);
    const stop = async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    };
    return { origin, headers: {}, process: server, stop };
  },
};

function configuration(folder, port, upstreamHost) {
  return `
daemon off; worker_processes 1; error_log stderr error; pid ${folder}/nginx.pid;
events { worker_connections 8192; }
http {
  access_log off; client_max_body_size 100m; keepalive_requests 1000000000;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  upstream fixed { server ${upstreamHost}; keepalive 128; keepalive_requests 1000000000; }
  server {
    listen 127.0.0.1:${port};
    location / { proxy_pass http://fixed; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_buffering off; }
  }
}`;
}
