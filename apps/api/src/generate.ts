import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DERIVED_FILES } from './core/settings/derived-files';

const repository = join(__dirname, '../../..');

for (const { path, render } of DERIVED_FILES) {
  writeFileSync(join(repository, path), render());
  console.log(`wrote ${path}`);
}
