import { build as buildPackages } from '../build.mjs';

export async function build() {
  await buildPackages();
  return 0;
}
