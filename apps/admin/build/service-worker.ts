import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';

interface KeptFile {
  url: string;
  /** Changes with the content; null where the name does. */
  revision: string | null;
}

/** Not kept: pages come from the gateway, and the rest is for the system that the dashboard is installed on. */
const NOT_KEPT = /^(index\.html|sw\.js|manifest\.webmanifest|icons\/.*|.*\.map)$/;

/**
 * Builds `sw.js` beside the dashboard, with the list of the files it keeps as `__SHELL__`. Workbox has a plugin for this, which
 * brings two hundred packages, a second bundler among them, to write that list.
 * @param source the module of the worker
 */
export function serviceWorker({ source }: { source: string }): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved: (resolved) => void (config = resolved),
    async closeBundle() {
      const outDir = join(config.root, config.build.outDir);
      const shell = await keptFiles(outDir);
      await build({
        configFile: false,
        root: config.root,
        publicDir: false,
        logLevel: 'warn',
        define: { __SHELL__: JSON.stringify(shell), 'process.env.NODE_ENV': '"production"' },
        build: {
          outDir,
          emptyOutDir: false,
          target: 'es2022',
          rolldownOptions: {
            input: join(config.root, source),
            output: { entryFileNames: 'sw.js', format: 'iife' },
          },
        },
      });
    },
  };
}

async function keptFiles(directory: string): Promise<KeptFile[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(directory.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((file) => !NOT_KEPT.test(file))
    .sort();
  return Promise.all(
    files.map(async (file) => {
      const hash = createHash('sha256').update(await readFile(join(directory, file)));
      const revision = file.startsWith('assets/') ? null : hash.digest('hex').slice(0, 16);
      return { url: `/${file}`, revision };
    }),
  );
}
