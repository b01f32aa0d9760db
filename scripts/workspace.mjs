// The packages of the workspace.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './toolchain.mjs';

/** @returns {{ name: string, directory: string }[]} the packages whose package.json has the script; names without scope */
export function packagesWithScript(script) {
  return [...foldersOf('packages'), ...foldersOf('apps'), join(root, 'bench')]
    .filter((directory) => existsSync(join(directory, 'package.json')))
    .map((directory) => ({
      directory,
      manifest: JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')),
    }))
    .filter(({ manifest }) => manifest.scripts?.[script])
    .map(({ directory, manifest }) => ({ name: manifest.name.split('/').at(-1), directory }));
}

function foldersOf(parent) {
  return readdirSync(join(root, parent)).map((name) => join(root, parent, name));
}
