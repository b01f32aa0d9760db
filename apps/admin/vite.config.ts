import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import { initialSize } from './build/initial-size.ts';
import { serviceWorker } from './build/service-worker.ts';

const project = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
  repository?: { url: string };
};

/** Where `npm run dev` finds the api. */
const apiOrigin = process.env.API_ORIGIN ?? 'http://127.0.0.1:8000';

export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    initialSize({ limitKilobytes: 250 }),
    serviceWorker({ source: 'src/pwa/service-worker.ts' }),
  ],
  define: {
    __VERSION__: JSON.stringify(project.version),
    __REPOSITORY_URL__: JSON.stringify(project.repository?.url ?? ''),
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    rolldownOptions: { input: ['index.html', 'offline.html'] },
  },
  server: { port: 5173, proxy: { '/api': apiOrigin } },
});
