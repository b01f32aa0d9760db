import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Prints the gzip size of the JavaScript that the first page needs, and fails the build above the limit. */
export function initialSize({ limitKilobytes }: { limitKilobytes: number }): Plugin {
  return {
    name: 'initial-size',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = new Map(
        Object.values(bundle).flatMap((file) =>
          file.type === 'chunk' ? [[file.fileName, file] as const] : [],
        ),
      );
      const needed = new Set<string>();
      const visit = (fileName: string): void => {
        if (needed.has(fileName)) return;
        needed.add(fileName);
        chunks.get(fileName)?.imports.forEach(visit);
      };
      for (const chunk of chunks.values()) if (chunk.isEntry) visit(chunk.fileName);

      const bytes = [...needed].reduce((sum, name) => sum + gzipSync(chunks.get(name)?.code ?? '').length, 0);
      const kilobytes = bytes / 1000;
      const line = `initial JavaScript: ${kilobytes.toFixed(1)} kB gzip (limit ${limitKilobytes} kB)`;
      if (kilobytes > limitKilobytes) this.error(line);
      else this.info(line);
    },
  };
}
