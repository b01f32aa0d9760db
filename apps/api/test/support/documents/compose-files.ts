import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const REPOSITORY = join(__dirname, '../../../../..');

/** What the files of this repository say about a service. */
export interface ComposeService {
  readonly build?: string | { readonly context: string; readonly dockerfile: string };
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly networks?: readonly string[] | Readonly<Record<string, unknown>>;
  readonly volumes?: readonly string[];
  readonly stop_grace_period?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly networks?: Readonly<Record<string, unknown>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
}

/** Below the root of the repository; those of the second kind are laid over compose.yaml. */
export const COMPOSE_FILES = ['compose.yaml', 'docker/compose.sqlite.yaml'] as const;
export const COMPOSE_OVERLAYS = [
  'docker/compose.egress-proxy.yaml',
  'docker/compose.open-webui.yaml',
] as const;

export function repositoryText(path: string): string {
  return readFileSync(join(REPOSITORY, path), 'utf8');
}

export function isInRepository(path: string): boolean {
  return existsSync(join(REPOSITORY, path));
}

export function readCompose(path: string): ComposeFile {
  return parse(repositoryText(path)) as ComposeFile;
}

/** The names of the variables that a file takes from `.env`: `${NAME:-default}`; `$$` is a dollar sign. */
export function interpolatedNames(path: string): string[] {
  return [...repositoryText(path).matchAll(/(?<!\$)\$\{(\w+)/g)].map(([, name]) => name!);
}

/** What a value is where `.env` sets nothing. */
export function withDefaults(value: string | number): string {
  return String(value)
    .replace(/(?<!\$)\$\{\w+:-([^}]*)\}/g, '$1')
    .replaceAll('$$', '$');
}
