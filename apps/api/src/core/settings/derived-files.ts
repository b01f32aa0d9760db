import { renderEnvExample } from './env-example';
import { renderSettingsDoc } from './settings-doc';

/** A file of the repository that is written by `npm run generate` and never by hand. */
export interface DerivedFile {
  /** Below the root of the repository. */
  readonly path: string;
  render(): string;
}

export const DERIVED_FILES: readonly DerivedFile[] = [
  { path: '.env.example', render: renderEnvExample },
  { path: 'docs/settings.md', render: renderSettingsDoc },
];
