import { StartError } from '../start-error';
import type { Problem } from './resolve';

/** The environment holds values that are wrong; the process cannot start. The message lists all of them. */
export class InvalidSettingsError extends StartError {
  constructor(readonly problems: readonly Problem[]) {
    const lines = problems.map(({ name, message }) => `  ${name} ${message}`);
    super(`These settings of the environment are wrong:\n${lines.join('\n')}`);
  }
}
