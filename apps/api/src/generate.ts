import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DERIVED_FILES } from './derived/derived-files';

const repository = join(__dirname, '../../..');

async function generate(): Promise<void> {
  for (const { path, render } of DERIVED_FILES) {
    writeFileSync(join(repository, path), await render());
    console.log(`wrote ${path}`);
  }
}

generate().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
