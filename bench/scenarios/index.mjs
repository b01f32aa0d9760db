import { native } from './native.mjs';

/** By the name that `npm run bench -- <name>` takes, in the order of the report. */
export const scenarios = { native };
