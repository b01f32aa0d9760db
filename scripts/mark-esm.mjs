// Marks a folder of compiled files as ES modules, so that Node reads its .js files as such.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

writeFileSync(join(process.argv[2], 'package.json'), '{ "type": "module" }\n');
