import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DERIVED_FILES } from './derived-files';

const repository = join(__dirname, '../../../..');

it.each(DERIVED_FILES.map((file) => [file.path, file] as const))(
  '%s is fresh (else: npm run generate)',
  async (path, file) => {
    expect(readFileSync(join(repository, path), 'utf8')).toBe(await file.render());
  },
);
