/** Injects the `Clock` of the process. */
export const CLOCK = Symbol('CLOCK');

/** Injects the `RandomFn` of the process. */
export const RANDOM = Symbol('RANDOM');

/** Injects the `Ids` of the process. */
export const IDS = Symbol('IDS');
