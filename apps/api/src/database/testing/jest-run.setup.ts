import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives the jest run a directory, which its workers find through the environment. */
export default function setup(): void {
  process.env['GEMINI_BALANCE_TEST_RUN'] = mkdtempSync(join(tmpdir(), 'gb-test-'));
}
