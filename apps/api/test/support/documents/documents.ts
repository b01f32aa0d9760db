import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

export const REPOSITORY = join(__dirname, '../../../../..');

/** What a document shows between fences. */
export interface CodeBlock {
  /** Path and line, to name it by. */
  readonly place: string;
  readonly language: string;
  readonly text: string;
}

/** The paths of what people read before they use the gateway, or while they do. */
export function documents(): string[] {
  const above = readdirSync(REPOSITORY).filter((name) => name.endsWith('.md'));
  const below = readdirSync(join(REPOSITORY, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name));
  return [...above, ...below].sort();
}

export function readDocument(path: string): string {
  return readFileSync(join(REPOSITORY, path), 'utf8');
}

export function codeBlocks(): CodeBlock[] {
  return documents().flatMap((path) => {
    const text = readDocument(path);
    return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(({ 1: language, 2: code, index }) => ({
      place: `${relative('', path)}:${text.slice(0, index).split('\n').length}`,
      language: language!,
      text: code!,
    }));
  });
}
