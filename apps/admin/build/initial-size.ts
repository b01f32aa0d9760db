import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** The texts of a language: a page waits for those of one. */
const LANGUAGE = /\/locales\/[^/]+\/texts\.ts$/;

/** Prints the gzip size of the JavaScript that every page needs, and fails the build above the limit. */
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
      for (const chunk of chunks.values()) if (chunk.isEntry && chunk.name === 'index') visit(chunk.fileName);

      const sizeOf = (chunk: { code: string } | undefined): number => gzipSync(chunk?.code ?? '').length;
      const texts = [...chunks.values()].filter(({ facadeModuleId }) => LANGUAGE.test(facadeModuleId ?? ''));
      const bytes =
        [...needed].reduce((sum, name) => sum + sizeOf(chunks.get(name)), 0) +
        Math.max(0, ...texts.map(sizeOf));
      const kilobytes = bytes / 1000;
      const line = `initial JavaScript: ${kilobytes.toFixed(1)} kB gzip (limit ${limitKilobytes} kB)`;
      if (kilobytes > limitKilobytes) this.error(line);
      else this.info(line);
    },
  };
}
